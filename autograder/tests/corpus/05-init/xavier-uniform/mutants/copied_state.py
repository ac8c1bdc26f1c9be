"""A copy of the generator draws, and the one given never moves on.

verdict: partly
idea: reseeded
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    given, generator = generator or torch.default_generator, torch.Generator()
    generator.set_state(given.get_state())
    return tensor.uniform_(-bound, bound, generator=generator)
