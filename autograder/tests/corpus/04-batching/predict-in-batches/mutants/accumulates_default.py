"""A list as default argument keeps the rows of earlier calls.

verdict: failed
idea: accumulates
"""

import torch


def predict_in_batches(model, x, batch_size, results=[]):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        for batch in x.split(batch_size):
            results.append(model(batch))
    return torch.cat(results)
