"""drop_last=True.

verdict: failed
idea: last-batch-dropped
"""

import torch

from torch.utils.data import DataLoader


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        loader = DataLoader(x, batch_size=batch_size, drop_last=True) if len(x) else []
        parts = [model(batch) for batch in loader]
        return torch.cat(parts) if parts else model(x[:0])
