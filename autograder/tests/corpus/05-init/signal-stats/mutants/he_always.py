"""He's recipe, whatever init_ is.

verdict: failed
idea: init-not-used
"""

import torch
from torch import nn


@torch.no_grad()
def signal_stats(init_, depth, width, generator):
    h = torch.randn(256, width, generator=generator)
    stats = []
    for _ in range(depth):
        weight = nn.init.kaiming_normal_(torch.empty(width, width), generator=generator)
        h = torch.relu(h @ weight.T)
        stats.append((h.pow(2).mean().item(), h.var(0).mean().item()))
    return stats
