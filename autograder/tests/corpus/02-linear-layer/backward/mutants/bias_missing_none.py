"""The third is None, as for a layer without bias.

verdict: partly
idea: bias-missing
"""


def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, None
