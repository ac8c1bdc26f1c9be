"""The old way, through .data.

verdict: passed
"""

import torch
import torch.nn.functional as F


def fit(model, x, y, steps, lr):
    if model(x).shape != y.shape:
        raise ValueError(f"targets of shape {tuple(y.shape)} do not fit the model's answers")
    losses = []
    for _ in range(steps):
        for p in model.parameters():
            p.grad = None
        loss = F.mse_loss(model(x), y)
        loss.backward()
        losses.append(loss.item())
        for p in filter(lambda p: p.grad is not None, model.parameters()):
            p.data = p.data - lr * p.grad
    return losses
