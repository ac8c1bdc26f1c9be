"""The graph is cut after each layer.

verdict: passed
"""

import torch
from torch import nn


def signal_stats(init_, depth, width, generator):
    h, stats = torch.randn((256, width), generator=generator), []
    while len(stats) < depth:
        layer = nn.Linear(width, width, False)
        init_(layer.weight, generator)
        h = layer(h).relu().detach()
        stats += [(h.pow(2).mean().item(), torch.var(h, 0).mean().item())]
    return stats
