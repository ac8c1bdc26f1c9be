"""All in one tensor.

verdict: failed
idea: not-floats
"""

import torch


@torch.no_grad()
def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    stats = torch.zeros(depth, 2)
    for k in range(depth):
        weight = torch.empty(width, width)
        init_(weight, generator)
        h = torch.relu(h @ weight.T)
        stats[k, 0], stats[k, 1] = h.pow(2).mean(), h.var(0).mean()
    return stats
