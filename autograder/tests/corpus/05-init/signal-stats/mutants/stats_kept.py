"""A list as a default argument's value: a second call adds to the first one's.

verdict: failed
idea: results-kept
"""

import torch


@torch.no_grad()
def signal_stats(init_, depth, width, generator, stats=[]):
    h = torch.randn(256, width, generator=generator)
    for _ in range(depth):
        weight = torch.empty(width, width)
        init_(weight, generator)
        h = torch.relu(h @ weight.T)
        stats.append((h.pow(2).mean().item(), h.var(0).mean().item()))
    return stats
