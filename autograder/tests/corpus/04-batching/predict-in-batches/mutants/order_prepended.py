"""Every batch is put in front.

verdict: failed
idea: rows-reordered
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        y = model(x[:batch_size])
        for start in range(batch_size, len(x), batch_size):
            y = torch.cat((model(x[start : start + batch_size]), y))
    return y
