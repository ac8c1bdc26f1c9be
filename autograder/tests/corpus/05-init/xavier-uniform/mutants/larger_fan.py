"""Twice the larger size.

verdict: failed
idea: fans-combined-wrongly
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (3 / max(in_features, out_features)) ** 0.5
    return tensor.uniform_(-bound, bound, generator=generator)
