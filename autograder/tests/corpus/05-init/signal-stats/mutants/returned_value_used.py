"""What init_ returns is taken for the weight; it may return nothing.

verdict: error
idea: returned-value-used
"""

import torch


@torch.no_grad()
def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    stats = []
    for _ in range(depth):
        weight = init_(torch.empty(width, width), generator)
        h = torch.relu(h @ weight.T)
        stats.append((h.pow(2).mean().item(), h.var(0).mean().item()))
    return stats
