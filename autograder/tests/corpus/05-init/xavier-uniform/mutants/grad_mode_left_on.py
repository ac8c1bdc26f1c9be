"""Gradients are on afterwards, whatever was before.

verdict: failed
idea: grad-mode-left
"""

import torch


def xavier_uniform_(tensor, generator=None):
    torch.set_grad_enabled(False)
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    tensor.uniform_(-bound, bound, generator=generator)
    torch.set_grad_enabled(True)
    return tensor
