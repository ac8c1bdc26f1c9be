"""The targets are turned round.

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
        loss = F.mse_loss(model(x), y.flip(0).unsqueeze(1))
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
