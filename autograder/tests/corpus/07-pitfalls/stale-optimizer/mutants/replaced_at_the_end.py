"""The old layer is trained, and the new one put in its place afterwards.

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
    model[-1] = head
    return losses
