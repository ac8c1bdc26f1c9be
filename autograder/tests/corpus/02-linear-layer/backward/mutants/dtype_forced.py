"""Everything is computed and returned in float32.

verdict: failed
idea: dtype-forced
"""


def linear_backward(x, weight, grad_output):
    x, weight, grad_output = x.float(), weight.float(), grad_output.float()
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(dim=0)
