"""Summed over the outputs, averaged over the rows: right for one output.

verdict: failed
idea: sum-over-outputs
"""

import torch
import torch.nn.functional as F


def fit(model, x, y, steps, lr):
    if model(x).shape != y.shape:
        raise ValueError(f"targets of shape {tuple(y.shape)} do not fit the model's answers")
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = (model(x) - y).square().sum(dim=-1).mean()
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
