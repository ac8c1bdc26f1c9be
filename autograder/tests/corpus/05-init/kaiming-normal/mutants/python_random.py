"""Python's random numbers.

verdict: partly
idea: other-source
"""

import random

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    numbers = [random.gauss(0, std) for _ in range(tensor.numel())]
    return tensor.copy_(torch.tensor(numbers).view(tensor.shape))
