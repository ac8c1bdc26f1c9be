"""Slices, no_grad and cat.

verdict: passed
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        if len(x) == 0:
            return model(x)
        parts = [model(x[i : i + batch_size]) for i in range(0, len(x), batch_size)]
        return torch.cat(parts)
