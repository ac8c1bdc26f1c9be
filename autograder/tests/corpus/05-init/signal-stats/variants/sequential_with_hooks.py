"""A stack of modules; hooks on the ReLUs measure.

verdict: passed
"""

import torch
from torch import nn


def signal_stats(init_, depth, width, generator):
    x = torch.randn(256, width, generator=generator)
    modules, stats = [], []

    def measure(module, args, h):
        stats.append((h.square().mean().item(), h.var(0).mean().item()))

    for _ in range(depth):
        layer, relu = nn.Linear(width, width, bias=False), nn.ReLU()
        init_(layer.weight, generator=generator)
        relu.register_forward_hook(measure)
        modules += [layer, relu]
    with torch.no_grad():
        nn.Sequential(*modules)(x)
    return stats
