"""The negative half is set to zero.

verdict: failed
idea: one-sided
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    return tensor.normal_(0, std, generator=generator).relu_()
