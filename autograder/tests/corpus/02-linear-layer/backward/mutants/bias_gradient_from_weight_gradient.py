"""The bias gradient sums up the rows of the weight gradient.

verdict: partly
idea: bias-gradient-from-x
"""


def linear_backward(x, weight, grad_output):
    grad_weight = grad_output.T @ x
    return grad_output @ weight, grad_weight, grad_weight.sum(dim=1)
