"""torch's own RuntimeError.

verdict: partly
idea: wrong-error-type
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size == 0:
        raise ZeroDivisionError("batch_size")
    with torch.no_grad():
        return torch.cat([model(batch) for batch in x.split(batch_size)])
