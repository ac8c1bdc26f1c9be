"""Each layer gets x.

verdict: failed
idea: not-chained
"""

import torch


@torch.no_grad()
def signal_stats(init_, depth, width, generator):
    x = torch.randn(256, width, generator=generator)
    stats = []
    for _ in range(depth):
        weight = torch.empty(width, width)
        init_(weight, generator)
        h = torch.relu(x @ weight.T)
        stats.append((h.pow(2).mean().item(), h.var(0).mean().item()))
    return stats
