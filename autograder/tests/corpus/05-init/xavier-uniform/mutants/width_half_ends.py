"""Half the bound to each side.

verdict: failed
idea: width-for-bound
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    return tensor.uniform_(-bound / 2, bound / 2, generator=generator)
