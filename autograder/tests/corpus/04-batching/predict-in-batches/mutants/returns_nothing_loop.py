"""Nothing is collected.

verdict: failed
idea: returns-nothing
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        for start in range(0, len(x), batch_size):
            y = model(x[start : start + batch_size])
