"""The question has the same answer for both bounds.

verdict: partly
idea: article-4-undecided
"""

import torch


def experiment(make_layer):
    layer = make_layer(100, 7)
    count = len(list(layer.parameters()))
    if not count:
        return count
    shape, large = tuple(layer.weight.shape), bool(layer.weight.abs().max() > 0.3)
    layer(torch.zeros(0, 100))
    return count, shape, large, len(list(layer.parameters()))
