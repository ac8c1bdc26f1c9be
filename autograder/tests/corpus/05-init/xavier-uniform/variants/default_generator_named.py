"""The global generator by its name where none is given.

verdict: passed
"""

import torch


@torch.inference_mode(False)
@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    if generator is None:
        generator = torch.default_generator
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    tensor.mul_(0.0).add_(torch.empty_like(tensor).uniform_(-bound, bound, generator=generator))
    return tensor
