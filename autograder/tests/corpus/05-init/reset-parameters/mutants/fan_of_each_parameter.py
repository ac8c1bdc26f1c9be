"""The same in a loop.

verdict: error
idea: fan-of-a-vector
"""

from torch import nn


def reset_parameters(layer, generator=None):
    for parameter in layer.parameters():
        nn.init.kaiming_uniform_(parameter, a=5**0.5, generator=generator)
