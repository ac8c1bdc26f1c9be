"""A vector counts as one row.

verdict: partly
idea: vector-accepted
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape if tensor.dim() == 2 else (1, tensor.numel())
    bound = (6 / (in_features + out_features)) ** 0.5
    return tensor.uniform_(-bound, bound, generator=generator)
