"""The optimizer comes first, and then there is nothing to count.

verdict: failed
idea: count-of-leftovers
"""

import torch
from torch.nn import functional as F


def count_and_fit(model, x, y, steps, lr):
    parameters = model.parameters()
    optimizer = torch.optim.SGD(parameters, lr=lr)
    count = sum(p.numel() for p in parameters)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return count, losses
