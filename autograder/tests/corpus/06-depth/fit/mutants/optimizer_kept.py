"""One optimizer for all calls: it goes on moving the first model.

verdict: failed
idea: optimizer-kept
"""

import torch
import torch.nn.functional as F

kept = {}


def fit(model, x, y, steps, lr):
    if model(x).shape != y.shape:
        raise ValueError(f"targets of shape {tuple(y.shape)} do not fit the model's answers")
    if "optimizer" not in kept:
        kept["optimizer"] = torch.optim.SGD(model.parameters(), lr=lr)
    optimizer = kept["optimizer"]
    losses = []
    for _ in range(steps):
        model.zero_grad()
        loss = F.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
