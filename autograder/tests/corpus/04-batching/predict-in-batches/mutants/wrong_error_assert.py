"""An assertion.

verdict: partly
idea: wrong-error-type
"""

import torch


def predict_in_batches(model, x, batch_size):
    assert batch_size >= 1
    with torch.no_grad():
        return torch.cat([model(batch) for batch in x.split(batch_size)])
