"""Errors are left to be results.

verdict: passed
"""

import torch


def experiment(make_layer):
    layer = make_layer(64, 3)
    row, largest = layer.weight[0].numel(), layer.weight.max().item()
    layer(torch.ones(0, 64))
    names = sorted(name for name, _ in layer.named_parameters())
    return [row, largest > 0.2, *names]
