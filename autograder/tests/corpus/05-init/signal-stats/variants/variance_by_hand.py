"""The variance from its definition.

verdict: passed
"""

import torch


def variance(h):
    centred = h - h.mean(dim=0, keepdim=True)
    return (centred**2).sum(dim=0) / (len(h) - 1)


def signal_stats(init_, depth, width, generator):
    with torch.no_grad():
        h = torch.randn(256, width, generator=generator)
        stats = []
        for layer in range(depth):
            weight = torch.full((width, width), float("nan"))
            init_(weight, generator)
            h = torch.maximum(weight.mm(h.T).T, torch.zeros(()))
            stats.append((h.norm().item() ** 2 / h.numel(), variance(h).mean().item()))
    return stats
