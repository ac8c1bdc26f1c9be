"""Each step sees one row, in turn.

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
    for step in range(steps):
        i = step % len(x)
        optimizer.zero_grad()
        loss = F.mse_loss(model(x[i : i + 1]), y[i : i + 1])
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
