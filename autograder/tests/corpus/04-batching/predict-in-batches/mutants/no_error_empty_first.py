"""An empty batch is answered before the size is looked at.

verdict: partly
idea: no-error-on-bad-size
"""

import torch


def predict_in_batches(model, x, batch_size):
    with torch.no_grad():
        if len(x) == 0:
            return model(x)
        if batch_size < 1:
            raise ValueError(f"batch_size must be at least 1, got {batch_size}")
        return torch.cat([model(batch) for batch in x.split(batch_size)])
