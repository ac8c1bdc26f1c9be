"""The variance is taken for the standard deviation.

verdict: failed
idea: root-forgotten
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    variance = 2 / (in_features + out_features)
    bound = 3**0.5 * variance
    return tensor.uniform_(-bound, bound, generator=generator)
