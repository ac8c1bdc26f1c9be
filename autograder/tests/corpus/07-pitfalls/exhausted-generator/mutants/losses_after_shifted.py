"""The first loss is thrown away, and one at the end is added.

verdict: failed
idea: losses-after-the-step
"""

import torch
from torch.nn import functional as F


def count_and_fit(model, x, y, steps, lr):
    count = sum(p.numel() for p in model.parameters())
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    losses = [*losses[1:], F.mse_loss(model(x), y).item()]
    return count, losses
