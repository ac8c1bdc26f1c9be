"""One weight for all layers.

verdict: failed
idea: same-weights
"""

import torch


@torch.no_grad()
def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    weight = torch.empty(width, width)
    init_(weight, generator)
    stats = []
    for _ in range(depth):
        h = torch.relu(h @ weight.T)
        stats.append((h.pow(2).mean().item(), h.var(0).mean().item()))
    return stats
