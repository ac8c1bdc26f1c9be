"""Gradients stay off after the loop.

verdict: failed
idea: grad-mode-left
"""

import torch
import torch.nn.functional as F


def fit(model, x, y, steps, lr):
    if model(x).shape != y.shape:
        raise ValueError(f"targets of shape {tuple(y.shape)} do not fit the model's answers")
    losses = []
    for _ in range(steps):
        torch.set_grad_enabled(True)
        model.zero_grad()
        loss = F.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        torch.set_grad_enabled(False)
        for p in model.parameters():
            if p.grad is not None:
                p -= lr * p.grad
    return losses
