"""numpy's variance, whose default is another.

verdict: failed
idea: without-correction
"""

import torch


@torch.no_grad()
def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    stats = []
    for _ in range(depth):
        weight = torch.empty(width, width)
        init_(weight, generator)
        h = torch.relu(h @ weight.T)
        stats.append((h.pow(2).mean().item(), float(h.numpy().var(axis=0).mean())))
    return stats
