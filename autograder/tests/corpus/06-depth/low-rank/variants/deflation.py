"""One direction after the other, each subtracted before the next is looked for.

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
    rest, downs, ups = linear.weight.detach().double(), [], []
    for _ in range(rank):
        U, S, Vh = torch.linalg.svd(rest, full_matrices=False)
        downs.append(Vh[0])
        ups.append(S[0] * U[:, 0])
        rest = rest - torch.outer(ups[-1], downs[-1])
    down, up = torch.stack(downs), torch.stack(ups, dim=1)
    with torch.no_grad():
        first.weight.copy_(down)
        second.weight.copy_(up)
        if linear.bias is not None:
            second.bias.copy_(linear.bias)
    return nn.Sequential(first, second)
