"""The head's values are loaded into a new layer.

verdict: failed
idea: head-copied
"""

import torch
from torch import nn
from torch.nn import functional as F


def fit_new_head(model, head, x, y, steps, lr):
    layer = nn.Linear(head.in_features, head.out_features, dtype=head.weight.dtype)
    layer.load_state_dict(head.state_dict())
    model[-1] = layer
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
