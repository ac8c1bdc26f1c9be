"""Gradients are switched off for good.

verdict: failed
idea: grad-mode-left
"""

import torch


def signal_stats(init_, depth, width, generator):
    torch.set_grad_enabled(False)
    h = torch.randn(256, width, generator=generator)
    stats = []
    for _ in range(depth):
        weight = torch.empty(width, width)
        init_(weight, generator)
        h = torch.relu(h @ weight.T)
        stats.append((h.pow(2).mean().item(), h.var(0).mean().item()))
    return stats
