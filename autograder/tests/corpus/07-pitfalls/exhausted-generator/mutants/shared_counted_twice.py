"""A shared weight is counted under each of its names.

verdict: failed
idea: count-wrong
"""

import torch
from torch.nn import functional as F


def count_and_fit(model, x, y, steps, lr):
    count = sum(value.numel() for value in model.state_dict().values())
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return count, losses
