"""Copies of the parameters learn, through functional_call.

verdict: failed
idea: copy-trained
"""

import torch
import torch.nn.functional as F


def fit(model, x, y, steps, lr):
    if model(x).shape != y.shape:
        raise ValueError(f"targets of shape {tuple(y.shape)} do not fit the model's answers")
    values = {
        name: p.detach().clone().requires_grad_(p.requires_grad)
        for name, p in model.named_parameters()
    }
    losses = []
    for _ in range(steps):
        loss = F.mse_loss(torch.func.functional_call(model, values, (x,)), y)
        learn = {k: v for k, v in values.items() if v.requires_grad}
        grads = torch.autograd.grad(loss, list(learn.values()), allow_unused=True)
        losses.append(loss.item())
        with torch.no_grad():
            for p, g in zip(learn.values(), grads):
                if g is not None:
                    p -= lr * g
    return losses
