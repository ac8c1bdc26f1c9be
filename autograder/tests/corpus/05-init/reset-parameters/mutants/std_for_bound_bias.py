"""Only the bias.

verdict: failed
idea: std-for-bound
"""

import math

import torch
from torch import nn


def reset_parameters(layer, generator=None):
    nn.init.kaiming_uniform_(layer.weight, a=math.sqrt(5), generator=generator)
    if layer.bias is not None:
        std = (3 * layer.in_features) ** -0.5 if layer.in_features else 0.0
        nn.init.uniform_(layer.bias, -std, std, generator=generator)
