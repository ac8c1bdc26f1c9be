"""The numbers are added to what was there.

verdict: failed
idea: old-values-kept
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    return tensor.add_(torch.empty_like(tensor).normal_(0, std, generator=generator))
