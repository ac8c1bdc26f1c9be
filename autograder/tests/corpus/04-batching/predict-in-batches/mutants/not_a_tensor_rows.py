"""A list of rows.

verdict: failed
idea: not-a-tensor
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    results = []
    with torch.no_grad():
        for batch in x.split(batch_size):
            results.extend(model(batch))
    return results
