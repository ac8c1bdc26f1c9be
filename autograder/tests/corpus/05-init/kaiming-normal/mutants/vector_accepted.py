"""A vector counts as one row.

verdict: partly
idea: vector-accepted
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape if tensor.dim() == 2 else (1, tensor.numel())
    std = (2 / in_features) ** 0.5
    return tensor.normal_(0, std, generator=generator)
