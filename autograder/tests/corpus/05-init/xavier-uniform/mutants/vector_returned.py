"""A vector is returned as it came.

verdict: partly
idea: vector-accepted
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    if tensor.dim() < 2:
        print("not a matrix")
        return tensor
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    return tensor.uniform_(-bound, bound, generator=generator)
