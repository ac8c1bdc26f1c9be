"""A loader that shuffles.

verdict: failed
idea: rows-reordered
"""

import torch

from torch.utils.data import DataLoader


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        if len(x) == 0:
            return model(x)
        loader = DataLoader(x, batch_size=batch_size, shuffle=True)
        return torch.cat([model(batch) for batch in loader])
