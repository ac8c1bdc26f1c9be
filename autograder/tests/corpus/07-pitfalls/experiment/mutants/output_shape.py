"""The shape of the output.

verdict: failed
idea: tells-nothing-apart
"""

import torch


def experiment(make_layer):
    layer = make_layer(5, 3)
    return tuple(layer(torch.randn(7, 5)).shape)
