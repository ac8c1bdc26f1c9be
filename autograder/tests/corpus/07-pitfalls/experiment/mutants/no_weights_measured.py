"""The first weights are not looked at.

verdict: partly
idea: article-4-undecided
"""

import torch


def experiment(make_layer):
    layer = make_layer(100, 7)
    count = len(list(layer.parameters()))
    if not count:
        return count
    shape = tuple(layer.weight.shape)
    layer(torch.zeros(0, 100))
    return count, shape, len(list(layer.parameters()))
