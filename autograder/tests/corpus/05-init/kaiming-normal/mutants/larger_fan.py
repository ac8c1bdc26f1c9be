"""The larger size.

verdict: failed
idea: fans-combined-wrongly
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / max(tensor.shape)) ** 0.5
    return tensor.normal_(0, std, generator=generator)
