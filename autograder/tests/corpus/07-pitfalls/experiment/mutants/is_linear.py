"""isinstance decides.

verdict: failed
idea: looks-at-the-class
"""

from torch import nn


def experiment(make_layer):
    layer = make_layer(3, 2)
    return isinstance(layer, nn.Linear)
