"""The factors as tensors.

verdict: failed
idea: not-two-layers
"""

import torch
from torch import nn


def low_rank(linear, rank):
    if not 1 <= rank <= min(linear.in_features, linear.out_features):
        raise ValueError(f"rank {rank} is not between 1 and {min(linear.weight.shape)}")
    U, S, Vh = torch.linalg.svd(linear.weight.detach(), full_matrices=False)
    return Vh[:rank], U[:, :rank] * S[:rank]
