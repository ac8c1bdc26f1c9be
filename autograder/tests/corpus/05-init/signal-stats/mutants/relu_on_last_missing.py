"""No ReLU after the last layer, as in a network with an output.

verdict: failed
idea: relu-missing
"""

import torch


@torch.no_grad()
def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    stats = []
    for k in range(depth):
        weight = torch.empty(width, width)
        init_(weight, generator)
        h = h @ weight.T
        if k < depth - 1:
            h = torch.relu(h)
        stats.append((h.pow(2).mean().item(), h.var(0).mean().item()))
    return stats
