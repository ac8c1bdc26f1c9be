"""Parameters are moved one by one, each with a gradient taken after the others have moved.

verdict: failed
"""

import torch
import torch.nn.functional as F


def fit(model, x, y, steps, lr):
    if model(x).shape != y.shape:
        raise ValueError(f"targets of shape {tuple(y.shape)} do not fit the model's answers")
    losses = []
    for _ in range(steps):
        losses.append(F.mse_loss(model(x), y).item())
        for p in [p for p in model.parameters() if p.requires_grad]:
            (grad,) = torch.autograd.grad(F.mse_loss(model(x), y), p, allow_unused=True)
            if grad is not None:
                with torch.no_grad():
                    p -= lr * grad
    return losses
