"""Seeded, and rounded.

verdict: passed
"""

import torch


def experiment(make_layer):
    torch.manual_seed(3)
    layer = make_layer(100, 100)
    if next(layer.parameters(), None) is None:
        return None
    largest = round(layer.weight.abs().max().item(), 1)
    x = torch.ones(0, 10)
    other = make_layer(10, 4)
    other(x)
    return largest, len(make_layer(10, 4).weight), sum(1 for _ in other.parameters())
