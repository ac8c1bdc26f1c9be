"""The squared errors are added.

verdict: failed
idea: another-loss
"""

import torch


def count_and_fit(model, x, y, steps, lr):
    count = sum(p.numel() for p in model.parameters())
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = (model(x) - y).pow(2).sum()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return count, losses
