"""A copy of the generator draws, and the one given never moves on.

verdict: partly
idea: reseeded
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    given, generator = generator or torch.default_generator, torch.Generator()
    generator.set_state(given.get_state())
    return tensor.normal_(0, std, generator=generator)
