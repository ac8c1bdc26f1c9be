"""The rank is compared with the larger side; between the two, torch raises RuntimeError.

verdict: partly
idea: wrong-error-type
"""

import torch
from torch import nn


def low_rank(linear, rank):
    if not 1 <= rank <= max(linear.in_features, linear.out_features):
        raise ValueError("rank out of range")
    dtype = linear.weight.dtype
    first = nn.Linear(linear.in_features, rank, bias=False, dtype=dtype)
    second = nn.Linear(rank, linear.out_features, bias=linear.bias is not None, dtype=dtype)
    U, S, Vh = torch.linalg.svd(linear.weight.detach(), full_matrices=False)
    down, up = Vh[:rank], U[:, :rank] * S[:rank]
    with torch.no_grad():
        first.weight.copy_(down)
        second.weight.copy_(up)
        if linear.bias is not None:
            second.bias.copy_(linear.bias)
    return nn.Sequential(first, second)
