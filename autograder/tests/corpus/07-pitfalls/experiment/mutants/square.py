"""The layer is square.

verdict: partly
idea: article-2-undecided
"""

import torch


def experiment(make_layer):
    layer = make_layer(80, 80)
    count = len(list(layer.parameters()))
    if not count:
        return count
    shape, large = tuple(layer.weight.shape), bool(layer.weight.abs().max() > 0.18)
    layer(torch.zeros(0, 80))
    return count, shape, large, len(list(layer.parameters()))
