"""The weight gradient is scaled by the weight itself, as if weight were squared in forward.

verdict: partly
idea: grad-weight-from-weight
"""


def linear_backward(x, weight, grad_output):
    grad_weight = (grad_output.T @ x) * weight
    return grad_output @ weight, grad_weight, grad_output.sum(dim=0)
