"""model.zero_grad() and a backward of its own.

verdict: passed
"""

import torch


def count_and_fit(model, x, y, steps, lr):
    count = sum(p.numel() for p in model.parameters())
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for step in range(steps):
        model.zero_grad()
        difference = model(x) - y
        loss = difference.square().mean()
        losses += [loss.detach().item()]
        loss.backward()
        optimizer.step()
    return count, losses
