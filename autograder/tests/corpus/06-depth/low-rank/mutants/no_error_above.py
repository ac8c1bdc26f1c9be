"""Only a rank that is too small is refused; with a larger one there are idle units.

verdict: partly
idea: no-error-on-rank
"""

import torch
from torch import nn


def low_rank(linear, rank):
    if rank < 1:
        raise ValueError("rank has to be positive")
    dtype = linear.weight.dtype
    first = nn.Linear(linear.in_features, rank, bias=False, dtype=dtype)
    second = nn.Linear(rank, linear.out_features, bias=linear.bias is not None, dtype=dtype)
    U, S, Vh = torch.linalg.svd(linear.weight.detach(), full_matrices=False)
    down = torch.zeros_like(first.weight)
    up = torch.zeros_like(second.weight)
    down[: len(S)] = Vh[:rank]
    up[:, : len(S)] = U[:, :rank] * S[:rank]
    with torch.no_grad():
        first.weight.copy_(down)
        second.weight.copy_(up)
        if linear.bias is not None:
            second.bias.copy_(linear.bias)
    return nn.Sequential(first, second)
