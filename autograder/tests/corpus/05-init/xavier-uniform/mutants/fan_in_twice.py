"""The inputs are counted twice: right for square tensors.

verdict: failed
idea: one-fan-only
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + in_features)) ** 0.5
    return tensor.uniform_(-bound, bound, generator=generator)
