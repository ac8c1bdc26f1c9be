"""Gradients are on afterwards, whatever was before.

verdict: failed
idea: grad-mode-left
"""

import torch


def kaiming_normal_(tensor, generator=None):
    torch.set_grad_enabled(False)
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    tensor.normal_(0, std, generator=generator)
    torch.set_grad_enabled(True)
    return tensor
