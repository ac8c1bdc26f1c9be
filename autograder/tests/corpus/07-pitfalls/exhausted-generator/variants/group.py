"""The optimizer gets a group that is not empty.

verdict: passed
"""

import torch
from torch import nn


def count_and_fit(model, x, y, steps, lr):
    count = sum(p.numel() for p in model.parameters())
    groups = [{"params": list(model.parameters()), "lr": lr}]
    optimizer = torch.optim.SGD(groups)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.MSELoss()(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return count, losses
