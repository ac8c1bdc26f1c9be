"""Returns only where one batch is enough.

verdict: failed
idea: returns-nothing
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        if len(x) <= batch_size:
            return model(x)
        parts = torch.cat([model(batch) for batch in x.split(batch_size)])
