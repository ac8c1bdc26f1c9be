"""x is centered in place afterwards.

verdict: failed
idea: input-mutated
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        y = torch.cat([model(batch) for batch in x.split(batch_size)])
        x -= 1
    return y
