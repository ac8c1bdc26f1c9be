"""train() at the end, whatever it was.

verdict: failed
idea: mode-left
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    model.eval()
    with torch.no_grad():
        y = torch.cat([model(batch) for batch in x.split(batch_size)])
    model.train()
    return y
