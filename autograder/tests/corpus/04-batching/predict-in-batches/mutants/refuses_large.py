"""A batch size above the number of rows is refused.

verdict: error
idea: refuses-what-fits
"""

import torch


def predict_in_batches(model, x, batch_size):
    if not 1 <= batch_size <= max(len(x), 1):
        raise ValueError("batch_size out of range")
    with torch.no_grad():
        return torch.cat([model(batch) for batch in x.split(batch_size)])
