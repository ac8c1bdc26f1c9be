"""Under the decorator, with the returned value of the last operation.

verdict: passed
"""

import math

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    if tensor.dim() != 2:
        raise ValueError(f"expected two dimensions, got {tuple(tensor.shape)}")
    out_features, in_features = tensor.size(0), tensor.size(1)
    bound = (6 / (in_features + out_features)) ** 0.5
    return tensor.uniform_(-bound, bound, generator=generator)
