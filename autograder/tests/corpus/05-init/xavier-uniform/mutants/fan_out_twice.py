"""The outputs are counted twice.

verdict: failed
idea: one-fan-only
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    fan = tensor.size(0)
    bound = (6 / (2 * fan)) ** 0.5
    return tensor.uniform_(-bound, bound, generator=generator)
