"""The gain of a ReLU.

verdict: failed
idea: gain-wrong
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    gain = torch.nn.init.calculate_gain("relu")
    bound = gain * (6 / (in_features + out_features)) ** 0.5
    return tensor.uniform_(-bound, bound, generator=generator)
