"""The bias is drawn first: the order is free.

verdict: passed
"""

import torch
from torch import nn


def reset_parameters(layer, generator=None):
    bound = 1 / max(layer.weight.shape[1], 1) ** 0.5 * (layer.weight.shape[1] > 0)
    if layer.bias is not None:
        nn.init.uniform_(layer.bias, -bound, bound, generator)
    nn.init.uniform_(layer.weight, -bound, bound, generator)
    return layer
