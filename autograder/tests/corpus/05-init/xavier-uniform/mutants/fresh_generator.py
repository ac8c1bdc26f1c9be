"""Where none is given, a new one, which always has the same seed.

verdict: partly
idea: reseeded
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    generator = generator or torch.Generator()
    return tensor.uniform_(-bound, bound, generator=generator)
