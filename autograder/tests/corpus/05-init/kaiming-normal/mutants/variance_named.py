"""The same in steps.

verdict: failed
idea: variance-for-std
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    variance = 2 / in_features
    return tensor.copy_(variance * torch.randn(tensor.shape, generator=generator))
