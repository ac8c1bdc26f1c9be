"""Two faults: no singular values in the product, and the old layer's bias put into the new one.

verdict: failed
idea: values-never
"""

import torch
from torch import nn


def low_rank(linear, rank):
    if not 1 <= rank <= min(linear.weight.shape):
        raise ValueError("no such rank")
    dtype = linear.weight.dtype
    first = nn.Linear(linear.in_features, rank, bias=False, dtype=dtype)
    second = nn.Linear(rank, linear.out_features, bias=linear.bias is not None, dtype=dtype)
    with torch.no_grad():
        u, _, vh = torch.linalg.svd(linear.weight, full_matrices=False)
        first.weight.copy_(vh[:rank])
        second.weight.copy_(u[:, :rank])
        if linear.bias is not None:
            second.bias.data = linear.bias.data
    return nn.Sequential(first, second)
