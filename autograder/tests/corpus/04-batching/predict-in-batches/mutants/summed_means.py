"""One mean a batch.

verdict: failed
idea: batches-added
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        return torch.stack([model(batch).mean(0) for batch in x.split(batch_size)])
