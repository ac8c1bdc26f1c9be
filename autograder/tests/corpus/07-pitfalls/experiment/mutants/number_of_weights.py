"""The number of weights is asked for, not their shape.

verdict: partly
idea: article-2-undecided
"""

import torch


def experiment(make_layer):
    layer = make_layer(90, 8)
    count = sum(p.numel() for p in layer.parameters())
    if not count:
        return count
    large = bool(layer.weight.abs().max() > 0.18)
    layer(torch.zeros(0, 90))
    return count, large, sum(p.numel() for p in layer.parameters())
