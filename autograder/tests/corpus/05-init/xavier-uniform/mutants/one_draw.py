"""One number for all entries.

verdict: failed
idea: one-draw-for-all
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    tensor.fill_(torch.empty(1).uniform_(-bound, bound, generator=generator).item())
    return tensor
