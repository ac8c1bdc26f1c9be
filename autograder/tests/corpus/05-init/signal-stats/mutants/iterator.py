"""A generator of pairs, not a list.

verdict: failed
idea: pairs-not-listed
"""

import torch


def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    for _ in range(depth):
        weight = torch.empty(width, width)
        init_(weight, generator)
        h = torch.relu(h @ weight.T)
        yield h.pow(2).mean().item(), h.var(0).mean().item()
