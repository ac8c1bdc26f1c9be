"""One end is left at zero.

verdict: failed
idea: one-sided
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    return tensor.uniform_(0, bound, generator=generator)
