"""The bias gradient sums up x.

verdict: partly
idea: bias-gradient-from-x
"""


def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, x.sum(dim=0)
