"""Losses after each step.

verdict: failed
idea: losses-after-the-step
"""

import torch
from torch.nn import functional as F


def fit_column(model, x, y, steps, lr):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x).squeeze(1), y)
        loss.backward()
        optimizer.step()
        losses.append(F.mse_loss(model(x).squeeze(1), y).item())
    return losses
