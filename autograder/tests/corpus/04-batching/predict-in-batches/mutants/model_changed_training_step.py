"""Takes a small step, as a training loop does.

verdict: failed
idea: model-changed
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        y = torch.cat([model(batch) for batch in x.split(batch_size)])
        for parameter in model.parameters():
            parameter.sub_(0.01 * parameter)
    return y
