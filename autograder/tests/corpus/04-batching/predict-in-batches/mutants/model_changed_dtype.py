"""The model is made float64 for precision, and made float32 afterwards.

verdict: failed
idea: model-changed
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    dtype = x.dtype
    model.double()
    with torch.no_grad():
        y = torch.cat([model(batch) for batch in x.double().split(batch_size)])
    model.float()
    return y.to(dtype)
