"""range refuses a step of zero, and a negative one gives no batch.

verdict: partly
idea: no-error-on-bad-size
"""

import torch


def predict_in_batches(model, x, batch_size):
    with torch.no_grad():
        parts = [model(x[i : i + batch_size]) for i in range(0, len(x), batch_size)]
        return torch.cat(parts) if parts else model(x[:0])
