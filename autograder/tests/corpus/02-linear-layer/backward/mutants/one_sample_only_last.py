"""The parameter gradients are those of the last sample: = where += is meant.

verdict: partly
idea: one-sample-only
"""

import torch


def linear_backward(x, weight, grad_output):
    grad_weight = torch.zeros_like(weight)
    grad_bias = torch.zeros_like(weight[:, 0])
    rows = []
    for row, grad in zip(x, grad_output):
        grad_weight = torch.outer(grad, row)
        grad_bias = grad.clone()
        rows.append(grad @ weight)
    return torch.stack(rows), grad_weight, grad_bias
