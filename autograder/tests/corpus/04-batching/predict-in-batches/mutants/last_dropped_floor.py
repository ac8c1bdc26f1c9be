"""Counts whole batches only.

verdict: failed
idea: last-batch-dropped
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        count = len(x) // batch_size
        parts = [model(x[i * batch_size : (i + 1) * batch_size]) for i in range(count)]
        return torch.cat(parts) if parts else model(x[:0])
