"""Only large tensors are drawn from the generator.

verdict: partly
idea: global-generator-used
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    if tensor.numel() < 1000:
        return tensor.normal_(0, std)
    return tensor.normal_(0, std, generator=generator)
