"""x is detached, but the parameters want gradients.

verdict: failed
idea: graph-kept
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    return torch.cat([model(batch) for batch in x.detach().split(batch_size)])
