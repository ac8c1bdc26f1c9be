"""The layers are made in the default dtype.

verdict: failed
idea: dtype-forced
"""

import torch
from torch import nn


def low_rank(linear, rank):
    if not 1 <= rank <= min(linear.in_features, linear.out_features):
        raise ValueError(f"rank {rank} is not between 1 and {min(linear.weight.shape)}")
    first = nn.Linear(linear.in_features, rank, bias=False)
    second = nn.Linear(rank, linear.out_features, bias=linear.bias is not None)
    U, S, Vh = torch.linalg.svd(linear.weight.detach(), full_matrices=False)
    down, up = Vh[:rank], U[:, :rank] * S[:rank]
    with torch.no_grad():
        first.weight.copy_(down)
        second.weight.copy_(up)
        if linear.bias is not None:
            second.bias.copy_(linear.bias)
    return nn.Sequential(first, second)
