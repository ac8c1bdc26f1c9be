"""The gradient is set to zero.

verdict: partly
idea: gradients-changed
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    if tensor.grad is not None:
        tensor.grad.zero_()
    return tensor.uniform_(-bound, bound, generator=generator)
