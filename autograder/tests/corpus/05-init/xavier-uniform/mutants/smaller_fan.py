"""Twice the smaller size.

verdict: failed
idea: fans-combined-wrongly
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (3 / min(tensor.shape)) ** 0.5
    return tensor.uniform_(-bound, bound, generator=generator)
