"""One layer, four observations.

verdict: passed
"""

import torch


def experiment(make_layer):
    layer = make_layer(100, 7)
    count = len(list(layer.parameters()))
    if count == 0:
        return "empty"
    shape = layer.weight.shape
    bound = layer.weight.abs().max() > 0.15
    layer(torch.zeros(0, 100))
    return count, tuple(shape), bool(bound), len(list(layer.parameters()))
