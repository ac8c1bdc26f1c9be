"""kaiming_normal_ for kaiming_uniform_, with the right a.

verdict: failed
idea: normal-for-uniform
"""

import math

from torch import nn


def reset_parameters(layer, generator=None):
    nn.init.kaiming_normal_(layer.weight, a=math.sqrt(5), generator=generator)
    if layer.bias is not None:
        bound = layer.in_features**-0.5 if layer.in_features else 0.0
        nn.init.uniform_(layer.bias, -bound, bound, generator=generator)
