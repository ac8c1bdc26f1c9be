"""One step a batch: the slices overlap.

verdict: failed
idea: wrong-slices
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        starts = range(0, max(1, len(x) - batch_size + 1))
        return torch.cat([model(x[i : i + batch_size]) for i in starts])
