"""Drawn as (in, out) and turned: the distribution is the same.

verdict: passed
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    numbers = torch.empty(in_features, out_features, dtype=tensor.dtype)
    tensor.copy_(numbers.normal_(0, std, generator=generator).T)
    return tensor
