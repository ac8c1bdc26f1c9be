"""The head's weights are computed at the end instead of learned.

verdict: failed
idea: head-set-by-hand
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
    with torch.no_grad():
        hidden = model[:-1](x)
        hidden = torch.cat([hidden, torch.ones_like(hidden[:, :1])], dim=1)
        solved = torch.linalg.pinv(hidden) @ y
        head.weight.copy_(solved[:-1].T)
        head.bias.copy_(solved[-1])
    return losses
