"""kaiming_uniform_ in the other mode.

verdict: failed
idea: fan-out
"""

import math

from torch import nn


def reset_parameters(layer, generator=None):
    nn.init.kaiming_uniform_(layer.weight, a=math.sqrt(5), mode="fan_out", generator=generator)
    if layer.bias is not None:
        bound = layer.in_features**-0.5 if layer.in_features else 0.0
        nn.init.uniform_(layer.bias, -bound, bound, generator=generator)
