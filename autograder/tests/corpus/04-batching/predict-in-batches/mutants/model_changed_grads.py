"""Runs backward, which fills .grad.

verdict: failed
idea: model-changed
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.enable_grad():
        y = torch.cat([model(batch) for batch in x.split(batch_size)])
        if y.requires_grad:
            y.sum().backward()
    return y.detach()
