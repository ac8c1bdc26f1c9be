"""A generator, since it yields.

verdict: failed
idea: not-a-tensor
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        for batch in x.split(batch_size):
            yield model(batch)
