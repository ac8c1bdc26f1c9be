"""A seed inside.

verdict: partly
idea: reseeded
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    generator = (generator or torch.default_generator).manual_seed(42)
    return tensor.uniform_(-bound, bound, generator=generator)
