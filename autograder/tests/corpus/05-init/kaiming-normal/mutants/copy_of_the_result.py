"""In place, and then a copy is returned.

verdict: partly
idea: another-returned
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    tensor.normal_(0, std, generator=generator)
    return tensor.clone()
