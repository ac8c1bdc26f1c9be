"""The weight gradient is grad_output @ x, which fits only where N equals out.

verdict: failed
idea: grad-output-not-transposed
"""


def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output @ x, grad_output.sum(dim=0)
