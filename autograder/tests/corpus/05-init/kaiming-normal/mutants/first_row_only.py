"""A return inside the loop.

verdict: failed
idea: old-values-kept
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    for row in tensor:
        row.normal_(0, std, generator=generator)
        return tensor
