"""nn.init.uniform_ without its range.

verdict: failed
idea: unscaled
"""

from torch import nn


def reset_parameters(layer, generator=None):
    nn.init.uniform_(layer.weight, generator=generator)
    if layer.bias is not None:
        nn.init.uniform_(layer.bias, generator=generator)
