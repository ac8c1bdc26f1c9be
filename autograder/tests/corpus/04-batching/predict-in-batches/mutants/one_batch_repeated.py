"""The same batch again and again.

verdict: failed
idea: wrong-slices
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        count = max(1, -(-len(x) // batch_size))
        return torch.cat([model(x[:batch_size]) for _ in range(count)])
