"""view asks for a tensor whose rows lie one after the other.

verdict: error
idea: view-of-strided
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    tensor.view(-1).normal_(0, std, generator=generator)
    return tensor
