"""A size that is not there: IndexError.

verdict: partly
idea: wrong-error
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.size(0), tensor.size(1)
    bound = (6 / (in_features + out_features)) ** 0.5
    return tensor.uniform_(-bound, bound, generator=generator)
