"""Every k-th row goes into a batch, and nothing puts them back.

verdict: failed
idea: rows-reordered
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    count = max(1, -(-len(x) // batch_size))
    with torch.no_grad():
        return torch.cat([model(x[k::count]) for k in range(count)])
