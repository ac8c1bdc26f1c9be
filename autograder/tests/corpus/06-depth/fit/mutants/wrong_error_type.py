"""An assertion.

verdict: partly
idea: wrong-error-type
"""

import torch
import torch.nn.functional as F


def fit(model, x, y, steps, lr):
    assert model(x).shape == y.shape
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
