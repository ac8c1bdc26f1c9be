"""A model with a frozen parameter is refused.

verdict: error
idea: refuses-what-fits
"""

import torch
import torch.nn.functional as F


def fit(model, x, y, steps, lr):
    if model(x).shape != y.shape:
        raise ValueError(f"targets of shape {tuple(y.shape)} do not fit the model's answers")
    if not all(p.requires_grad for p in model.parameters()):
        raise ValueError("every parameter has to be trainable")
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
