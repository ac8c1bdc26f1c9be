"""A rest is dropped only after a whole batch.

verdict: failed
idea: last-batch-dropped
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        if len(x) < batch_size:
            return model(x)
        parts = [model(b) for b in x.split(batch_size) if len(b) == batch_size]
        return torch.cat(parts) if parts else model(x)
