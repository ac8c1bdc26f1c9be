"""PyTorch's default.

verdict: failed
idea: default-recipe
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = in_features**-0.5
    return tensor.uniform_(-bound, bound, generator=generator)
