"""The numbers are added to what was there.

verdict: failed
idea: old-values-kept
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    return tensor.add_(torch.empty_like(tensor).uniform_(-bound, bound, generator=generator))
