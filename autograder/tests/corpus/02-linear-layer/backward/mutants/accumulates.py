"""The parameter gradients are added to those of earlier calls, as .grad does.

verdict: partly
idea: accumulates
"""

total = {}


def check_shapes(x, weight, grad_output):
    if x.dim() != 2 or weight.dim() != 2 or grad_output.dim() != 2:
        raise ValueError("x, weight and grad_output must have two dimensions each")
    if x.shape[1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if grad_output.shape != (x.shape[0], weight.shape[0]):
        raise ValueError(f"grad_output must not be {tuple(grad_output.shape)}")


def linear_backward(x, weight, grad_output):
    check_shapes(x, weight, grad_output)
    key = (weight.shape, weight.dtype)
    grad_weight, grad_bias = total.get(key, (0, 0))
    grad_weight = grad_weight + grad_output.T @ x
    grad_bias = grad_bias + grad_output.sum(dim=0)
    total[key] = (grad_weight.detach(), grad_bias.detach())
    return grad_output @ weight, grad_weight, grad_bias
