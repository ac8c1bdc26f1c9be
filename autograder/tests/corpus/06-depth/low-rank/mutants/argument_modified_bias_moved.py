"""The bias is taken away from the layer and given to the second one.

verdict: failed
idea: argument-changed
"""

import torch
from torch import nn


def low_rank(linear, rank):
    if not 1 <= rank <= min(linear.in_features, linear.out_features):
        raise ValueError(f"rank {rank} is not between 1 and {min(linear.weight.shape)}")
    dtype = linear.weight.dtype
    first = nn.Linear(linear.in_features, rank, bias=False, dtype=dtype)
    second = nn.Linear(rank, linear.out_features, bias=linear.bias is not None, dtype=dtype)
    U, S, Vh = torch.linalg.svd(linear.weight.detach(), full_matrices=False)
    with torch.no_grad():
        first.weight.copy_(Vh[:rank])
        second.weight.copy_(U[:, :rank] * S[:rank])
    second.bias = linear.bias
    linear.bias = None
    return nn.Sequential(first, second)
