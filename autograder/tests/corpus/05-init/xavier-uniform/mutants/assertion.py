"""An assertion.

verdict: partly
idea: wrong-error
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    assert tensor.dim() == 2
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    return tensor.uniform_(-bound, bound, generator=generator)
