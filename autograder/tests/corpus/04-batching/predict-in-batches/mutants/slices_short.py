"""The end of each slice is taken for included.

verdict: failed
idea: wrong-slices
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        if len(x) == 0:
            return model(x)
        starts = range(0, len(x), batch_size)
        return torch.cat([model(x[i : i + batch_size - 1]) for i in starts])
