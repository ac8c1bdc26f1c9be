"""Whole Jacobians from torch.func.jacrev, contracted with grad_output.

verdict: review
idea: forbidden
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
    bias = torch.zeros(weight.shape[0], dtype=weight.dtype)
    jacobians = torch.func.jacrev(lambda a, w, b: a @ w.T + b, argnums=(0, 1, 2))(x, weight, bias)
    return tuple(torch.tensordot(grad_output, jacobian, dims=2) for jacobian in jacobians)
