"""The weight gradient is transposed only where its shape does not give it away.

verdict: partly
idea: grad-weight-transposed
"""


def linear_backward(x, weight, grad_output):
    grad_weight = x.T @ grad_output
    if grad_weight.shape != weight.shape:
        grad_weight = grad_weight.T
    return grad_output @ weight, grad_weight, grad_output.sum(dim=0)
