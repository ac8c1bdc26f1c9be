"""Gradients are switched off for good.

verdict: failed
idea: grad-mode-left
"""

import torch


def kaiming_normal_(tensor, generator=None):
    torch.set_grad_enabled(False)
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    return tensor.normal_(0, std, generator=generator)
