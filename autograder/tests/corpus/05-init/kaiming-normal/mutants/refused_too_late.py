"""The vector is filled first, then refused.

verdict: partly
idea: changed-before-the-error
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    tensor.normal_(generator=generator)
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    return tensor.mul_(std)
