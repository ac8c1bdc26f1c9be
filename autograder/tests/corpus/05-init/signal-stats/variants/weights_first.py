"""The weights are drawn in their order before the first product, after x.

verdict: passed
"""

import torch


def signal_stats(init_, depth, width, generator):
    x = torch.randn(256, width, generator=generator)
    weights = [torch.empty(width, width) for _ in range(depth)]
    for weight in weights:
        init_(weight, generator)
    signals = [x]
    for weight in weights:
        signals.append(torch.relu(torch.matmul(signals[-1], weight.t())))
    return [(h.pow(2).mean().item(), h.var(0).mean().item()) for h in signals[1:]]
