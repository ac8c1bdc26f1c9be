"""Placeholders of size one are filled with larger parameters.

verdict: failed
idea: sizes-stale
"""

import torch
from torch import nn


def low_rank(linear, rank):
    if not 1 <= rank <= min(linear.in_features, linear.out_features):
        raise ValueError(f"rank {rank} is not between 1 and {min(linear.weight.shape)}")
    U, S, Vh = torch.linalg.svd(linear.weight.detach(), full_matrices=False)
    first, second = nn.Linear(1, 1, bias=False), nn.Linear(1, 1, bias=False)
    first.weight = nn.Parameter(Vh[:rank].clone())
    second.weight = nn.Parameter(U[:, :rank] * S[:rank])
    if linear.bias is not None:
        second.bias = nn.Parameter(linear.bias.detach().clone())
    return nn.Sequential(first, second)
