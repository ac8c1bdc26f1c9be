"""The head is in two optimizers.

verdict: failed
idea: trained-twice
"""

import torch
from torch.nn import functional as F


def fit_new_head(model, head, x, y, steps, lr):
    model[-1] = head
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    extra = torch.optim.SGD(head.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        extra.step()
        losses.append(loss.item())
    return losses
