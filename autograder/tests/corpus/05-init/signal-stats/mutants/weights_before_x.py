"""The weights are drawn before x.

verdict: failed
idea: input-not-from-generator
"""

import torch


@torch.no_grad()
def signal_stats(init_, depth, width, generator):
    weights = [torch.empty(width, width) for _ in range(depth)]
    for weight in weights:
        init_(weight, generator)
    h = torch.randn(256, width, generator=generator)
    stats = []
    for weight in weights:
        h = torch.relu(h @ weight.T)
        stats.append((h.pow(2).mean().item(), h.var(0).mean().item()))
    return stats
