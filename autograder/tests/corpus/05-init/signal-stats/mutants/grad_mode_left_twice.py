"""The same by the constructor of no_grad's older sibling.

verdict: failed
idea: grad-mode-left
"""

import torch


def signal_stats(init_, depth, width, generator):
    torch.autograd.set_grad_enabled(mode=False)
    h = torch.randn(256, width, generator=generator)
    stats = []
    for _ in range(depth):
        weight = torch.empty(width, width)
        init_(weight, generator)
        h = h.mm(weight.t()).relu_()
        stats.append((h.pow(2).mean().item(), h.var(0).mean().item()))
    return stats
