"""Python's random numbers.

verdict: partly
idea: other-source
"""

import random

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    numbers = [random.uniform(-bound, bound) for _ in range(tensor.numel())]
    return tensor.copy_(torch.tensor(numbers).view(tensor.shape))
