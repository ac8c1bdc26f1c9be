"""A new Sequential is trained; the model keeps its old last layer.

verdict: failed
idea: model-copied
"""

import torch
from torch import nn
from torch.nn import functional as F


def fit_new_head(model, head, x, y, steps, lr):
    model = nn.Sequential(*model[:-1], head)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
