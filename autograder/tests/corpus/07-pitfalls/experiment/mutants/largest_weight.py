"""The largest weight, to the last digit.

verdict: failed
idea: differs-by-chance
"""

import torch


def experiment(make_layer):
    layer = make_layer(100, 60)
    count = sum(p.numel() for p in layer.parameters())
    layer(torch.randn(1, 100))
    shape = tuple(layer.weight.shape)
    return count, shape, layer.weight.abs().max().item()
