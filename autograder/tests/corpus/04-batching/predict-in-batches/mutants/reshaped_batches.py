"""Reshapes x to batches, which a rest prevents.

verdict: error
idea: refuses-what-fits
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    if len(x) and len(x) % batch_size:
        raise ValueError("x cannot be reshaped into batches")
    with torch.no_grad():
        return torch.cat([model(batch) for batch in x.split(batch_size)])
