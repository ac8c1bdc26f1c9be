"""The vector is cleared first, then refused.

verdict: partly
idea: changed-before-the-error
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    tensor.zero_()
    if tensor.dim() != 2:
        raise ValueError("expected two dimensions")
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    return tensor.normal_(0, std, generator=generator)
