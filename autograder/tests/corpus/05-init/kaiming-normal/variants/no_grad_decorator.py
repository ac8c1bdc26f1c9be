"""Under the decorator, with the returned value of the last operation.

verdict: passed
"""

import math

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    if tensor.dim() != 2:
        raise ValueError(f"expected two dimensions, got {tuple(tensor.shape)}")
    out_features, in_features = tensor.size(0), tensor.size(1)
    std = (2 / in_features) ** 0.5
    return tensor.normal_(0, std, generator=generator)
