"""Gradients are switched off for good.

verdict: failed
idea: grad-mode-left
"""

import torch


def xavier_uniform_(tensor, generator=None):
    torch.set_grad_enabled(False)
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    return tensor.uniform_(-bound, bound, generator=generator)
