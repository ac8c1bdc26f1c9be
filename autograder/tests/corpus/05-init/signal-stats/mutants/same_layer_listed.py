"""One layer, multiplied in a list.

verdict: failed
idea: same-weights
"""

import torch
from torch import nn


@torch.no_grad()
def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    layers = [nn.Linear(width, width, bias=False)] * depth
    for layer in layers[:1]:
        init_(layer.weight, generator)
    stats = []
    for layer in layers:
        h = torch.relu(layer(h))
        stats.append((h.pow(2).mean().item(), h.var(0).mean().item()))
    return stats
