"""The same with an if.

verdict: partly
idea: mode-of-parts
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    training = model.training
    model.eval()
    try:
        with torch.no_grad():
            return torch.cat([model(batch) for batch in x.split(batch_size)])
    finally:
        if training:
            model.train()
