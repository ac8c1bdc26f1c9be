"""A grad_output with one row is silently used for a whole batch.

verdict: partly
idea: no-error-on-mismatch

Shapes that do not fit are to raise ValueError.
"""


def linear_backward(x, weight, grad_output):
    grad_x = (grad_output.unsqueeze(2) * weight).sum(1)
    grad_weight = (grad_output.unsqueeze(2) * x.unsqueeze(1)).sum(0)
    return grad_x, grad_weight, grad_output.sum(0)
