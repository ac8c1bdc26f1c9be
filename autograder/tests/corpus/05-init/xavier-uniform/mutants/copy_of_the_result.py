"""In place, and then a copy is returned.

verdict: partly
idea: another-returned
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    tensor.uniform_(-bound, bound, generator=generator)
    return tensor.clone()
