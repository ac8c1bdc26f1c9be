"""The results of the batches are added up.

verdict: failed
idea: batches-added
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        return sum(model(batch).sum(0, keepdim=True) for batch in x.split(batch_size))
