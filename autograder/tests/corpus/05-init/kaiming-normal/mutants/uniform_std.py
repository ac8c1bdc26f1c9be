"""Uniform between the standard deviations.

verdict: failed
idea: uniform-for-normal
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    return tensor.uniform_(-std, std, generator=generator)
