"""One tensor is filled again and again, and all layers end up with the last numbers.

verdict: failed
idea: same-weights
"""

import torch


@torch.no_grad()
def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    weight, weights, stats = torch.empty(width, width), [], []
    for _ in range(depth):
        init_(weight, generator)
        weights.append(weight)
    for weight in weights:
        h = torch.relu(h @ weight.T)
        stats.append((h.pow(2).mean().item(), h.var(0).mean().item()))
    return stats
