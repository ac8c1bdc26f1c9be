""".grad.zero_() on every parameter, which some do not have.

verdict: error
idea: grad-none-mishandled
"""

import torch
import torch.nn.functional as F


def fit(model, x, y, steps, lr):
    if model(x).shape != y.shape:
        raise ValueError(f"targets of shape {tuple(y.shape)} do not fit the model's answers")
    losses = []
    for _ in range(steps):
        for p in model.parameters():
            p.grad.zero_()
        loss = F.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        with torch.no_grad():
            for p in model.parameters():
                p -= lr * p.grad
    return losses
