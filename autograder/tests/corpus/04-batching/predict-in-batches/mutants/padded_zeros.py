"""The last batch is filled up with zeros, which stay.

verdict: failed
idea: padding-kept
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    with torch.no_grad():
        if len(x) == 0:
            return model(x)
        missing = -len(x) % batch_size
        padded = torch.cat([x, x.new_zeros(missing, *x.shape[1:])])
        return torch.cat([model(batch) for batch in padded.split(batch_size)])
