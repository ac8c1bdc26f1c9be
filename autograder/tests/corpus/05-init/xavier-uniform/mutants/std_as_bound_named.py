"""The same, by its name.

verdict: failed
idea: std-for-bound
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / (in_features + out_features)) ** 0.5
    return tensor.uniform_(-std, std, generator=generator)
