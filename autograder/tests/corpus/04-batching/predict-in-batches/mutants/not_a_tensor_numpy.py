"""A numpy array.

verdict: failed
idea: not-a-tensor
"""

import numpy as np
import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        return np.concatenate([model(batch).numpy() for batch in x.split(batch_size)])
