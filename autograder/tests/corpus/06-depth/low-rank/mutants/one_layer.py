"""One layer whose weight has low rank.

verdict: failed
idea: not-two-layers
"""

import torch
from torch import nn


def low_rank(linear, rank):
    if not 1 <= rank <= min(linear.in_features, linear.out_features):
        raise ValueError(f"rank {rank} is not between 1 and {min(linear.weight.shape)}")
    U, S, Vh = torch.linalg.svd(linear.weight.detach(), full_matrices=False)
    layer = nn.Linear(linear.in_features, linear.out_features, linear.bias is not None)
    layer.weight = nn.Parameter((U[:, :rank] * S[:rank]) @ Vh[:rank])
    if linear.bias is not None:
        layer.bias = nn.Parameter(linear.bias.detach().clone())
    return layer
