"""The sums are collected in float32 zeros and cast back, which loses float64's digits.

verdict: partly
idea: dtype-forced
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
    grad_weight = torch.zeros(weight.shape, dtype=torch.float32)
    grad_bias = torch.zeros(weight.shape[0], dtype=torch.float32)
    for row, grad in zip(x, grad_output):
        grad_weight = grad_weight + torch.outer(grad, row).float()
        grad_bias = grad_bias + grad.float()
    return grad_output @ weight, grad_weight.to(x.dtype), grad_bias.to(x.dtype)
