"""The gradient of x is written over x.

verdict: failed
idea: input-mutated
"""


def linear_backward(x, weight, grad_output):
    grad_weight = grad_output.T @ x
    grad_x = grad_output @ weight
    x.data.copy_(grad_x.data)
    return grad_x, grad_weight, grad_output.sum(dim=0)
