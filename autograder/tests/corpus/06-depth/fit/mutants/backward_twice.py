"""The graph is built once, outside of the loop.

verdict: error
idea: graph-used-twice
"""

import torch
import torch.nn.functional as F


def fit(model, x, y, steps, lr):
    if model(x).shape != y.shape:
        raise ValueError(f"targets of shape {tuple(y.shape)} do not fit the model's answers")
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    loss = F.mse_loss(model(x), y)
    for _ in range(steps):
        optimizer.zero_grad()
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
