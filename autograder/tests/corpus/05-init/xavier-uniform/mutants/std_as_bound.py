"""The standard deviation is taken for the bound.

verdict: failed
idea: std-for-bound
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (2 / (in_features + out_features)) ** 0.5
    return tensor.uniform_(-bound, bound, generator=generator)
