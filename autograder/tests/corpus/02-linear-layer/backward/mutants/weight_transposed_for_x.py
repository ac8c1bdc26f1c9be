"""The gradient of x goes back through weight.T, as in forward; that fits a square weight only.

verdict: failed
idea: weight-transposed
"""


def linear_backward(x, weight, grad_output):
    return grad_output @ weight.T, grad_output.T @ x, grad_output.sum(dim=0)
