"""float32 for x as well: other numbers where float64 is the default.

verdict: failed
idea: dtype-forced
"""

import torch


@torch.no_grad()
def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator, dtype=torch.float32)
    stats = []
    for _ in range(depth):
        weight = torch.empty(width, width, dtype=torch.float32)
        init_(weight, generator)
        h = torch.relu(h @ weight.T)
        stats.append((h.pow(2).mean().item(), h.var(0).mean().item()))
    return stats
