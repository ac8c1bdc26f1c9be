"""Counted after a batch that is not empty.

verdict: partly
idea: article-3-undecided
"""

import torch


def experiment(make_layer):
    layer = make_layer(100, 7)
    count = len(list(layer.parameters()))
    if not count:
        return count
    large = bool(layer.weight.abs().max() > 0.17)
    layer(torch.randn(4, 100))
    return count, tuple(layer.weight.shape), large, len(list(layer.parameters()))
