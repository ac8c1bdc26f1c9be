"""view asks for a tensor whose rows lie one after the other.

verdict: error
idea: view-of-strided
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    tensor.view(-1).uniform_(-bound, bound, generator=generator)
    return tensor
