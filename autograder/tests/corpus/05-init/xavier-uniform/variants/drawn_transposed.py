"""Drawn as (in, out) and turned: the distribution is the same.

verdict: passed
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    numbers = torch.empty(in_features, out_features, dtype=tensor.dtype)
    tensor.copy_(numbers.uniform_(-bound, bound, generator=generator).T)
    return tensor
