"""Two lists for a list of pairs.

verdict: failed
idea: pairs-not-listed
"""

import torch


@torch.no_grad()
def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    sizes, spreads = [], []
    for _ in range(depth):
        weight = torch.empty(width, width)
        init_(weight, generator)
        h = torch.relu(h @ weight.T)
        sizes.append(h.pow(2).mean().item())
        spreads.append(h.var(0).mean().item())
    return sizes, spreads
