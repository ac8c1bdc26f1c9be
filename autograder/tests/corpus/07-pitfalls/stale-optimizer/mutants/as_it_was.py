"""The program as it was handed out.

verdict: failed
idea: stale-optimizer
"""

import torch
from torch.nn import functional as F


def fit_new_head(model, head, x, y, steps, lr):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    model[-1] = head
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
