"""The same with two sizes.

verdict: error
idea: view-of-strided
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    tensor.view(in_features, out_features).normal_(0, std, generator=generator)
    return tensor
