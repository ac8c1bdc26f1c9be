"""A vector counts as one column.

verdict: partly
idea: vector-accepted
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = len(tensor), tensor[0].numel()
    bound = (6 / (in_features + out_features)) ** 0.5
    return tensor.uniform_(-bound, bound, generator=generator)
