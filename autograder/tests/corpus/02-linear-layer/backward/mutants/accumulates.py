"""The parameter gradients are added to those of earlier calls, as .grad does.

verdict: partly
idea: accumulates
"""

total = {}


def linear_backward(x, weight, grad_output):
    key = (weight.shape, weight.dtype)
    grad_weight, grad_bias = total.get(key, (0, 0))
    grad_weight = grad_weight + grad_output.T @ x
    grad_bias = grad_bias + grad_output.sum(dim=0)
    total[key] = (grad_weight.detach(), grad_bias.detach())
    return grad_output @ weight, grad_weight, grad_bias
