"""The mean of both sizes: right for square tensors.

verdict: failed
idea: fans-combined-wrongly
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (4 / (in_features + out_features)) ** 0.5
    return tensor.normal_(0, std, generator=generator)
