"""The variance takes the place of the bound.

verdict: failed
idea: root-forgotten
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = 2 / (in_features + out_features)
    return tensor.uniform_(-bound, bound, generator=generator)
