"""Gain over the root of the inputs.

verdict: passed
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    gain = torch.nn.init.calculate_gain("relu")
    std = gain / in_features**0.5
    return tensor.normal_(0, std, generator=generator)
