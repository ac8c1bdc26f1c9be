"""The hooks sit on the linear layers.

verdict: failed
idea: before-relu
"""

import torch
from torch import nn


def signal_stats(init_, depth, width, generator):
    x = torch.randn(256, width, generator=generator)
    modules, stats = [], []

    def measure(module, args, h):
        stats.append((h.square().mean().item(), h.var(0).mean().item()))

    for _ in range(depth):
        layer = nn.Linear(width, width, bias=False)
        init_(layer.weight, generator)
        layer.register_forward_hook(measure)
        modules += [layer, nn.ReLU()]
    nn.Sequential(*modules)(x)
    return stats
