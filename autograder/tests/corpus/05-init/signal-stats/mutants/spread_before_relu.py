"""Only the spread is taken before the ReLU.

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
        h = h @ weight.T
        spread = h.var(0).mean().item()
        h = h.relu()
        stats.append((h.pow(2).mean().item(), spread))
    return stats
