"""reshape copies where the tensor does not lie in rows.

verdict: failed
idea: old-values-kept
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    tensor.reshape(-1).uniform_(-bound, bound, generator=generator)
    return tensor
