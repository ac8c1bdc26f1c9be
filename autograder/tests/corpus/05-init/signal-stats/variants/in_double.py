"""Measured in double precision.

verdict: passed
"""

import torch


@torch.no_grad()
def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    result = []
    for _ in range(depth):
        weight = torch.nn.Parameter(torch.empty(width, width))
        init_(weight, generator)
        h = (h @ weight.mT) * (h @ weight.mT > 0)
        exact = h.double()
        print(exact.std(0).mean())
        result.append((exact.square().mean().item(), exact.var(0).mean().item()))
    return result
