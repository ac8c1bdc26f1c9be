"""Only the model's own flag is put back.

verdict: failed
idea: mode-of-parts
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    was_training = model.training
    model.eval()
    with torch.no_grad():
        y = torch.cat([model(batch) for batch in x.split(batch_size)])
    model.training = was_training
    return y
