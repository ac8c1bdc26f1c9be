"""An empty batch is refused.

verdict: partly
idea: empty-batch-fails
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1 or len(x) == 0:
        raise ValueError("nothing to do")
    with torch.no_grad():
        return torch.cat([model(batch) for batch in x.split(batch_size)])
