"""The error is caught, and the loop goes on without an optimizer.

verdict: failed
idea: nothing-trained
"""

import torch
from torch.nn import functional as F


def count_and_fit(model, x, y, steps, lr):
    parameters = model.parameters()
    count = sum(p.numel() for p in parameters)
    try:
        optimizer = torch.optim.SGD(parameters, lr=lr)
    except ValueError:
        optimizer = None
    losses = []
    for _ in range(steps):
        model.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        if optimizer is not None:
            optimizer.step()
        losses.append(loss.item())
    return count, losses
