"""The mean output and the mean target are compared.

verdict: failed
idea: means-compared
"""

import torch


def fit_column(model, x, y, steps, lr):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = (model(x).mean() - y.mean()).pow(2)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
