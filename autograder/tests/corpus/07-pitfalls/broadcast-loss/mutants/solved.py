"""The last layer is solved for instead of trained.

verdict: failed
idea: set-by-hand
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
        losses.append(loss.item())
    with torch.no_grad():
        last = [m for m in model.modules() if isinstance(m, torch.nn.Linear)][-1]
        last.bias += (y - model(x).squeeze(1)).mean()
    return losses
