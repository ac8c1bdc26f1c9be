"""Only negative sizes are refused; zero is made one.

verdict: partly
idea: no-error-on-bad-size
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 0:
        raise ValueError("negative")
    with torch.no_grad():
        return torch.cat([model(batch) for batch in x.split(batch_size or 1)])
