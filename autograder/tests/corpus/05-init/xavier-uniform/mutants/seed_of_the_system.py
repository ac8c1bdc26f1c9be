"""Where none is given, a generator that no seed reaches.

verdict: partly
idea: other-source
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    if generator is None:
        generator = torch.Generator()
        generator.seed()
    return tensor.uniform_(-bound, bound, generator=generator)
