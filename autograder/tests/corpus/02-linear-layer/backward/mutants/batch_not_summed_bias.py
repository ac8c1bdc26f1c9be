"""The bias gradient is grad_output itself, one row for each sample.

verdict: partly
idea: batch-not-summed
"""


def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, grad_output.clone()
