"""The head is set to zero first.

verdict: failed
idea: head-start-lost
"""

import torch
from torch.nn import functional as F


def fit_new_head(model, head, x, y, steps, lr):
    with torch.no_grad():
        head.weight.zero_()
        head.bias.zero_()
    model[-1] = head
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
