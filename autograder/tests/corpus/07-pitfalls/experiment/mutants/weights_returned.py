"""The weights themselves.

verdict: failed
idea: differs-by-chance
"""

import torch


def experiment(make_layer):
    layer = make_layer(3, 2)
    layer(torch.randn(1, 3))
    return layer.weight
