"""Gradients are switched on again, whatever they were.

verdict: failed
idea: grad-mode-left
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    torch.set_grad_enabled(False)
    y = torch.cat([model(batch) for batch in x.split(batch_size)])
    torch.set_grad_enabled(True)
    return y
