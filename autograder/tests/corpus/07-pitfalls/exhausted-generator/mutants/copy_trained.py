"""A copy is trained; the losses are right, and the model stays as it was.

verdict: failed
idea: nothing-trained
"""

import copy

import torch
from torch.nn import functional as F


def count_and_fit(model, x, y, steps, lr):
    count = sum(p.numel() for p in model.parameters())
    model = copy.deepcopy(model)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return count, losses
