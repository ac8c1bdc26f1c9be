"""The range ends too early.

verdict: failed
idea: last-batch-dropped
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        starts = range(0, len(x) - batch_size + 1, batch_size)
        parts = [model(x[start : start + batch_size]) for start in starts]
        return torch.cat(parts) if parts else model(x[:0])
