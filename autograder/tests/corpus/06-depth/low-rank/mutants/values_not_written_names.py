"""The factors are assigned to local names.

verdict: failed
idea: values-not-written
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
    w1, w2 = first.weight, second.weight
    w1, w2 = Vh[:rank], U[:, :rank] * S[:rank]
    return nn.Sequential(first, second)
