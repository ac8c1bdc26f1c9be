"""The first size is taken for the inputs.

verdict: failed
idea: fan-out
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    fan_in = tensor.size(0)
    std = (2 / fan_in) ** 0.5
    return tensor.normal_(0, std, generator=generator)
