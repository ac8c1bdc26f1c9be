"""The gradient is set to zero.

verdict: partly
idea: gradients-changed
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    if tensor.grad is not None:
        tensor.grad.zero_()
    return tensor.normal_(0, std, generator=generator)
