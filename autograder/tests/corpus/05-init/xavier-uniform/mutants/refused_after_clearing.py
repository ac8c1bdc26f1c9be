"""The vector is cleared first, then refused.

verdict: partly
idea: changed-before-the-error
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    tensor.zero_()
    if tensor.dim() != 2:
        raise ValueError("expected two dimensions")
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    return tensor.uniform_(-bound, bound, generator=generator)
