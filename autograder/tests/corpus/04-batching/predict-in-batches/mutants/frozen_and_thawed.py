"""Frozen, and all of them thawed.

verdict: failed
idea: parameters-frozen
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    model.requires_grad_(False)
    y = torch.cat([model(batch) for batch in x.detach().split(batch_size)])
    model.requires_grad_(True)
    return y
