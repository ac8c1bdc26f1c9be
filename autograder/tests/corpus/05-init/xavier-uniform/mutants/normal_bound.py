"""A normal distribution with the bound as standard deviation.

verdict: failed
idea: normal-for-uniform
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    return tensor.copy_(torch.randn(tensor.shape, generator=generator) * bound)
