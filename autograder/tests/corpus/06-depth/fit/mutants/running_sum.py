"""The losses are added up.

verdict: failed
idea: running-losses
"""

import torch
import torch.nn.functional as F


def fit(model, x, y, steps, lr):
    if model(x).shape != y.shape:
        raise ValueError(f"targets of shape {tuple(y.shape)} do not fit the model's answers")
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses, total = [], 0.0
    for step in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        total += loss.item()
        losses.append(total)
        loss.backward()
        optimizer.step()
    return losses
