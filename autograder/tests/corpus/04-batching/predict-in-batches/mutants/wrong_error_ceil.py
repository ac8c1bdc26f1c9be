"""A ZeroDivisionError from counting the batches.

verdict: partly
idea: wrong-error-type
"""

import torch


def predict_in_batches(model, x, batch_size):
    count = -(-len(x) // batch_size)
    if batch_size < 0:
        raise ValueError("negative")
    with torch.no_grad():
        parts = [model(x[i * batch_size : (i + 1) * batch_size]) for i in range(max(count, 1))]
    return torch.cat(parts)
