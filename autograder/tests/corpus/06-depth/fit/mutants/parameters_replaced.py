"""Each step puts new Parameters into the model.

verdict: failed
idea: parameters-replaced
"""

import torch
import torch.nn.functional as F


def fit(model, x, y, steps, lr):
    if model(x).shape != y.shape:
        raise ValueError(f"targets of shape {tuple(y.shape)} do not fit the model's answers")
    losses = []
    for _ in range(steps):
        model.zero_grad()
        loss = F.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        made = {}
        for module in model.modules():
            for name, p in list(module.named_parameters(recurse=False)):
                if p.grad is not None:
                    if p not in made:
                        made[p] = torch.nn.Parameter(p.detach() - lr * p.grad)
                    setattr(module, name, made[p])
    return losses
