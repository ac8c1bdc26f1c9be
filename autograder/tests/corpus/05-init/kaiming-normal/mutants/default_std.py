"""The standard deviation of PyTorch's default.

verdict: failed
idea: default-recipe
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (3 * in_features) ** -0.5
    return tensor.normal_(0, std, generator=generator)
