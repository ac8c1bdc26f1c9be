"""A normal distribution, clipped at the bound.

verdict: failed
idea: normal-for-uniform
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    tensor.normal_(0, bound / 3**0.5, generator=generator)
    return tensor.clamp_(-bound, bound)
