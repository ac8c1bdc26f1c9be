"""One number for each unit.

verdict: failed
idea: one-draw-for-all
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    tensor.copy_(torch.empty(out_features, 1).uniform_(-bound, bound, generator=generator))
    return tensor
