"""By way of Python lists.

verdict: failed
idea: dtype-forced
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    rows = []
    with torch.no_grad():
        if len(x) == 0:
            return model(x)
        for batch in x.split(batch_size):
            rows.extend(model(batch).tolist())
    return torch.tensor(rows)
