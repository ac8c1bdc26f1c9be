"""A DataLoader with its default batch size of one.

verdict: failed
idea: row-by-row
"""

import torch

from torch.utils.data import DataLoader


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        return torch.cat([model(row) for row in DataLoader(x)]) if len(x) else model(x)
