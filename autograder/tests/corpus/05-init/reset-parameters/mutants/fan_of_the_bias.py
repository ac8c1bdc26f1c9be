"""nn.init's recipes ask for the fans of a matrix; the bias is none.

verdict: error
idea: fan-of-a-vector
"""

import math

from torch import nn


def reset_parameters(layer, generator=None):
    nn.init.kaiming_uniform_(layer.weight, a=math.sqrt(5), generator=generator)
    if layer.bias is not None:
        nn.init.kaiming_uniform_(layer.bias, a=math.sqrt(5), generator=generator)
