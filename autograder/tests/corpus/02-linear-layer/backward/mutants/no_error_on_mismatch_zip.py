"""zip stops at the shorter of x and grad_output and drops the remaining samples.

verdict: partly
idea: no-error-on-mismatch

Shapes that do not fit are to raise ValueError.
"""

import torch


def linear_backward(x, weight, grad_output):
    grad_weight = torch.zeros_like(weight)
    grad_bias = torch.zeros_like(weight[:, 0])
    rows = []
    for row, grad in zip(x, grad_output):
        grad_weight = grad_weight + grad[:, None] * row[None, :]
        grad_bias = grad_bias + grad
        rows.append(grad @ weight)
    return torch.stack(rows), grad_weight, grad_bias
