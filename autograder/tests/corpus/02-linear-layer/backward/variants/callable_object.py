"""An instance with __call__.

verdict: passed
"""


def check_shapes(x, weight, grad_output):
    if x.dim() != 2 or weight.dim() != 2 or grad_output.dim() != 2:
        raise ValueError("x, weight and grad_output must have two dimensions each")
    if x.shape[1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if grad_output.shape != (x.shape[0], weight.shape[0]):
        raise ValueError(f"grad_output must not be {tuple(grad_output.shape)}")


class Backward:
    calls = 0

    def __call__(self, x, weight, grad_output):
        check_shapes(x, weight, grad_output)
        self.calls += 1
        return tuple(self.gradients(x, weight, grad_output))

    def gradients(self, x, weight, grad_output):
        yield grad_output @ weight
        yield grad_output.T @ x
        yield grad_output.sum(dim=0)


linear_backward = Backward()
