"""An empty batch goes through first, and feeds a layer that waits.

verdict: partly
idea: article-1-undecided
"""

import torch


def experiment(make_layer):
    layer = make_layer(100, 7)
    layer(torch.randn(0, 100))
    count = len(list(layer.parameters()))
    layer = make_layer(100, 7)
    layer(torch.randn(1, 100))
    return count, tuple(layer.weight.shape), bool(layer.weight.abs().max() > 0.17)
