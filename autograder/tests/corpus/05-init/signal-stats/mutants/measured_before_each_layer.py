"""What goes into each layer is measured.

verdict: failed
idea: input-counted
"""

import torch


@torch.no_grad()
def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    stats = []
    for _ in range(depth):
        stats.append((h.pow(2).mean().item(), h.var(0).mean().item()))
        weight = torch.empty(width, width)
        init_(weight, generator)
        h = torch.relu(h @ weight.T)
    return stats
