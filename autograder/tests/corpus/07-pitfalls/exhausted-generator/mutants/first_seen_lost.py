"""A look at the first parameter takes it away from the optimizer.

verdict: failed
idea: only-some-trained
"""

import torch
from torch.nn import functional as F


def count_and_fit(model, x, y, steps, lr):
    count = sum(p.numel() for p in model.parameters())
    parameters = model.parameters()
    dtype = next(parameters).dtype
    x, y = x.to(dtype), y.to(dtype)
    optimizer = torch.optim.SGD(parameters, lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return count, losses
