"""Gradients are cleared between backward() and step().

verdict: failed
idea: nothing-trained
"""

import torch
from torch.nn import functional as F


def count_and_fit(model, x, y, steps, lr):
    count = sum(p.numel() for p in model.parameters())
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        loss = F.mse_loss(model(x), y)
        loss.backward()
        optimizer.zero_grad()
        optimizer.step()
        losses.append(loss.item())
    return count, losses
