"""Outputs and targets are sorted.

verdict: failed
idea: pairs-mixed-up
"""

import torch
from torch.nn import functional as F


def fit_column(model, x, y, steps, lr):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x).squeeze(1).sort().values, y.sort().values)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
