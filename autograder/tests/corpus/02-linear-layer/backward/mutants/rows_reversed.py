"""The rows are collected from the end, so the gradient of x has them in the opposite order.

verdict: partly
idea: rows-reversed
"""

import torch


def check_shapes(x, weight, grad_output):
    if x.dim() != 2 or weight.dim() != 2 or grad_output.dim() != 2:
        raise ValueError("x, weight and grad_output must have two dimensions each")
    if x.shape[1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if grad_output.shape != (x.shape[0], weight.shape[0]):
        raise ValueError(f"grad_output must not be {tuple(grad_output.shape)}")


def linear_backward(x, weight, grad_output):
    check_shapes(x, weight, grad_output)
    rows = []
    for grad in grad_output:
        rows.insert(0, grad @ weight)
    return torch.stack(rows), grad_output.T @ x, grad_output.sum(dim=0)
