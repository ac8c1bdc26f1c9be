"""The new weights are nodes of the old layer's graph.

verdict: failed
idea: graph-recorded
"""

import torch
from torch import nn


def low_rank(linear, rank):
    if not 1 <= rank <= min(linear.in_features, linear.out_features):
        raise ValueError(f"rank {rank} is not between 1 and {min(linear.weight.shape)}")
    dtype = linear.weight.dtype
    first = nn.Linear(linear.in_features, rank, bias=False, dtype=dtype)
    second = nn.Linear(rank, linear.out_features, bias=linear.bias is not None, dtype=dtype)
    U, S, Vh = torch.linalg.svd(linear.weight, full_matrices=False)
    pair = nn.Sequential(first, second).requires_grad_(False)
    first.weight.copy_(Vh[:rank])
    second.weight.copy_(U[:, :rank] * S[:rank])
    if linear.bias is not None:
        second.bias.copy_(linear.bias)
    return pair
