"""Autograd is named in a docstring, a comment and a message, and nowhere used.

verdict: passed
"""


def linear_backward(x, weight, grad_output):
    """Do by hand what torch.autograd.grad and y.backward() do."""
    # torch.func.vjp would do it too
    if x.dim() != 2 or weight.dim() != 2 or grad_output.dim() != 2:
        raise ValueError("torch.autograd would not like these shapes either")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("no forward, so no .backward()")
    if tuple(grad_output.shape) != (x.shape[0], weight.shape[0]):
        raise ValueError("grad_output has not the output's shape")
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(dim=0)
