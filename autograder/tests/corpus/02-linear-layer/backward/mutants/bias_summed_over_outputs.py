"""The bias gradient is summed over the outputs, so it has one entry for each sample.

verdict: partly
idea: wrong-axis
"""


def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(dim=1)
