"""randn times the standard deviation.

verdict: passed
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    tensor.copy_(
        std * torch.randn(out_features, in_features, generator=generator, dtype=tensor.dtype)
    )
    return tensor
