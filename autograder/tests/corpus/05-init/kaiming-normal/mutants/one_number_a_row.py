"""One number for each unit.

verdict: failed
idea: one-draw-for-all
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    tensor.copy_(torch.empty(out_features, 1).normal_(0, std, generator=generator))
    return tensor
