"""A list outside keeps the rows of earlier calls.

verdict: failed
idea: accumulates
"""

import torch

results = []


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    key = id(model)
    with torch.no_grad():
        for batch in x.split(batch_size):
            results.append((key, model(batch)))
    return torch.cat([y for owner, y in results if owner == key])
