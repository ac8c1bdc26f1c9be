"""A number becomes a vector.

verdict: partly
idea: no-error-on-mismatch
"""

import torch


def augment(x):
    if x.dim() == 0:
        x = x.reshape(1)
    return torch.cat([x, x.new_ones(*x.shape[:-1], 1)], dim=-1)
