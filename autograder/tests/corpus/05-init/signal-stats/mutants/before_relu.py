"""Measured before the ReLU.

verdict: failed
idea: before-relu
"""

import torch


@torch.no_grad()
def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    stats = []
    for _ in range(depth):
        weight = torch.empty(width, width)
        init_(weight, generator)
        z = h @ weight.T
        h = torch.relu(z)
        stats.append((z.pow(2).mean().item(), z.var(0).mean().item()))
    return stats
