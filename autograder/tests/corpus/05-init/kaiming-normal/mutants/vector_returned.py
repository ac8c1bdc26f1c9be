"""A vector is returned as it came.

verdict: partly
idea: vector-accepted
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    if tensor.dim() < 2:
        print("not a matrix")
        return tensor
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    return tensor.normal_(0, std, generator=generator)
