"""A size below one is taken for all at once.

verdict: partly
idea: no-error-on-bad-size
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        batch_size = max(len(x), 1)
    with torch.no_grad():
        return torch.cat([model(batch) for batch in x.split(batch_size)])
