"""A buffer of the default dtype.

verdict: failed
idea: dtype-forced
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        y = torch.cat([model(batch) for batch in x.split(batch_size)])
        result = torch.zeros(y.shape)
        return result.copy_(y)
