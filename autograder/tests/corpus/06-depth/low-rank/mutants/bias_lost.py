"""Neither layer has a bias.

verdict: failed
idea: bias-lost
"""

import torch
from torch import nn


def low_rank(linear, rank):
    if not 1 <= rank <= min(linear.in_features, linear.out_features):
        raise ValueError(f"rank {rank} is not between 1 and {min(linear.weight.shape)}")
    U, S, Vh = torch.linalg.svd(linear.weight.detach(), full_matrices=False)
    first = nn.Linear(linear.in_features, rank, bias=False)
    second = nn.Linear(rank, linear.out_features, bias=False)
    first.weight = nn.Parameter(Vh[:rank].clone())
    second.weight = nn.Parameter(U[:, :rank] * S[:rank])
    return nn.Sequential(first, second)
