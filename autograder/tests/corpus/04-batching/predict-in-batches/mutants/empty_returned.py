"""An empty tensor of its own.

verdict: partly
idea: empty-batch-fails
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    if len(x) == 0:
        return torch.empty(0)
    with torch.no_grad():
        return torch.cat([model(batch) for batch in x.split(batch_size)])
