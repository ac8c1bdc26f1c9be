"""A call for each row.

verdict: failed
idea: row-by-row
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        return torch.cat([model(x[i : i + 1]) for i in range(len(x))]) if len(x) else model(x)
