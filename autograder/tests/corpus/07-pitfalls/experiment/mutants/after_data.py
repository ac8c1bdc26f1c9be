"""Parameters are counted after the first batch.

verdict: partly
idea: article-1-undecided
"""

import torch


def experiment(make_layer):
    layer = make_layer(100, 7)
    layer(torch.randn(2, 100))
    count = len(list(layer.parameters()))
    shape, large = tuple(layer.weight.shape), bool(layer.weight.abs().max() > 0.17)
    layer(torch.zeros(0, 100))
    return count, shape, large, len(list(layer.parameters()))
