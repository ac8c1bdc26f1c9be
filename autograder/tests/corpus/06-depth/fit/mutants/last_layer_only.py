"""Only the last layer's parameters are given to the optimizer.

verdict: failed
idea: part-of-the-parameters
"""

import torch
import torch.nn.functional as F


def fit(model, x, y, steps, lr):
    if model(x).shape != y.shape:
        raise ValueError(f"targets of shape {tuple(y.shape)} do not fit the model's answers")
    layers = [m for m in model.modules() if isinstance(m, torch.nn.Linear)]
    parameters = list(layers[-1].parameters())
    losses = []
    for _ in range(steps):
        model.zero_grad()
        loss = F.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        with torch.no_grad():
            for p in parameters:
                if p.grad is not None:
                    p -= lr * p.grad
    return losses
