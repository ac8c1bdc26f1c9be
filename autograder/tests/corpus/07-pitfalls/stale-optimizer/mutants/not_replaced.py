"""The line that replaces the layer is deleted; the old layer is trained.

verdict: failed
idea: head-not-used
"""

import torch
from torch.nn import functional as F


def fit_new_head(model, head, x, y, steps, lr):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x)[:, : y.shape[1]], y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
