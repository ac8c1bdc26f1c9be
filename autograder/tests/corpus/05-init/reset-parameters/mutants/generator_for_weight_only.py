"""The bias is drawn without it.

verdict: partly
idea: global-generator-used
"""

import math

import torch
from torch import nn


def reset_parameters(layer, generator=None):
    nn.init.kaiming_uniform_(layer.weight, a=math.sqrt(5), generator=generator)
    if layer.bias is not None:
        bound = 1 / math.sqrt(layer.in_features) if layer.in_features else 0.0
        nn.init.uniform_(layer.bias, -bound, bound)
