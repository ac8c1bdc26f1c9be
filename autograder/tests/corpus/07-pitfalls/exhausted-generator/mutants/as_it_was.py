"""The program as it was handed out.

verdict: error
idea: generator-used-up
"""

import torch
from torch.nn import functional as F


def count_and_fit(model, x, y, steps, lr):
    parameters = model.parameters()
    count = sum(p.numel() for p in parameters)
    optimizer = torch.optim.SGD(parameters, lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return count, losses
