"""The same with a layer.

verdict: error
idea: returned-value-used
"""

import torch
from torch import nn


@torch.no_grad()
def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    stats = []
    for _ in range(depth):
        layer = nn.Linear(width, width, bias=False)
        layer.weight = nn.Parameter(init_(layer.weight, generator))
        h = torch.relu(layer(h))
        stats.append((h.pow(2).mean().item(), h.var(0).mean().item()))
    return stats
