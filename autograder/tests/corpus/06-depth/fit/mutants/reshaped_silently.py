"""A flat y is made to fit.

verdict: partly
idea: reshaped-silently
"""

import torch
import torch.nn.functional as F


def fit(model, x, y, steps, lr):
    prediction = model(x)
    if y.shape != prediction.shape:
        if y.numel() != prediction.numel():
            raise ValueError("shapes do not fit")
        y = y.reshape(prediction.shape)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
