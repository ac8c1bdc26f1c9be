"""Tensors that hold on to the whole graph.

verdict: failed
idea: graph-kept
"""

import torch
from torch import nn


def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    stats = []
    for _ in range(depth):
        layer = nn.Linear(width, width, bias=False)
        init_(layer.weight, generator)
        h = torch.relu(layer(h))
        stats.append((h.pow(2).mean(), h.var(0).mean()))
    return stats
