"""A size that does not divide the rows is refused.

verdict: error
idea: refuses-what-fits
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1 or len(x) % batch_size:
        raise ValueError("batch_size must divide the number of rows")
    with torch.no_grad():
        return torch.cat([model(batch) for batch in x.split(batch_size)])
