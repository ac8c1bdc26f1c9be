"""Row by row: a step for each row, and the mean of their losses.

verdict: failed
idea: not-full-batch
"""

import torch
import torch.nn.functional as F


def fit(model, x, y, steps, lr):
    if model(x).shape != y.shape:
        raise ValueError(f"targets of shape {tuple(y.shape)} do not fit the model's answers")
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        total = 0.0
        for row, target in zip(x, y):
            optimizer.zero_grad()
            loss = F.mse_loss(model(row), target)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(x))
    return losses
