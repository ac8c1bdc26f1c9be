"""The gradient of x comes last, after those of the parameters.

verdict: failed
idea: wrong-order
"""


def linear_backward(x, weight, grad_output):
    grad_bias = grad_output.sum(dim=0)
    grad_weight = grad_output.T @ x
    grad_x = grad_output @ weight
    return grad_weight, grad_bias, grad_x
