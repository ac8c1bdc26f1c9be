"""Only the number of rows is compared.

verdict: partly
idea: broadcasts
"""

import torch
import torch.nn.functional as F


def fit(model, x, y, steps, lr):
    if len(x) != len(y):
        raise ValueError("as many targets as inputs, please")
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = (model(x) - y).square().mean()
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
