"""GELU, which is nearly a ReLU.

verdict: failed
idea: other-activation
"""

import torch
from torch.nn import functional as F


@torch.no_grad()
def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    stats = []
    for _ in range(depth):
        weight = torch.empty(width, width)
        init_(weight, generator)
        h = F.gelu(h @ weight.T)
        stats.append((h.pow(2).mean().item(), h.var(0).mean().item()))
    return stats
