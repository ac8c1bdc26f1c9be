"""Something with a gradient is copied into a tensor that has none.

verdict: partly
idea: graph-recorded
"""

import torch


def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    numbers = torch.empty(tensor.shape, dtype=tensor.dtype).uniform_(
        -bound, bound, generator=generator
    )
    if tensor.requires_grad:
        with torch.no_grad():
            return tensor.copy_(numbers)
    return tensor.copy_(numbers * torch.ones((), requires_grad=True))
