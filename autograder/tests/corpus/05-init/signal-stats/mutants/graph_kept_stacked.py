"""The same, stacked.

verdict: failed
idea: graph-kept
"""

import torch
from torch import nn


def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    stats = [torch.zeros(0, 2)]
    for _ in range(depth):
        layer = nn.Linear(width, width, bias=False)
        init_(layer.weight, generator)
        h = torch.relu(layer(h))
        stats.append(torch.stack([h.pow(2).mean(), h.var(0).mean()])[None])
    return torch.cat(stats)
