"""A parameter of no use keeps the optimizer quiet.

verdict: failed
idea: nothing-trained
"""

import torch
from torch.nn import functional as F


def count_and_fit(model, x, y, steps, lr):
    parameters = model.parameters()
    count = sum(p.numel() for p in parameters)
    dummy = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([dummy, *parameters], lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return count, losses
