"""Directions are sent through the weight and back, in float64, until nothing changes.

verdict: passed
"""

import torch
from torch import nn


def low_rank(linear, rank):
    if not 1 <= rank <= min(linear.in_features, linear.out_features):
        raise ValueError(f"rank {rank} is not between 1 and {min(linear.weight.shape)}")
    dtype = linear.weight.dtype
    first = nn.Linear(linear.in_features, rank, bias=False, dtype=dtype)
    second = nn.Linear(rank, linear.out_features, bias=linear.bias is not None, dtype=dtype)
    weight = linear.weight.detach().double()
    generator = torch.Generator().manual_seed(0)
    up = torch.randn(linear.out_features, rank, dtype=torch.float64, generator=generator)
    for _ in range(30):
        up = torch.linalg.qr(weight @ (weight.T @ up)).Q
    down = up.T @ weight
    with torch.no_grad():
        first.weight.copy_(down)
        second.weight.copy_(up)
        if linear.bias is not None:
            second.bias.copy_(linear.bias)
    return nn.Sequential(first, second)
