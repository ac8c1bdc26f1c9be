"""Xavier's recipe for the weight.

verdict: failed
idea: another-recipe
"""

from torch import nn


def reset_parameters(layer, generator=None):
    nn.init.xavier_uniform_(layer.weight, generator=generator)
    if layer.bias is not None:
        bound = layer.in_features**-0.5 if layer.in_features else 0.0
        nn.init.uniform_(layer.bias, -bound, bound, generator=generator)
