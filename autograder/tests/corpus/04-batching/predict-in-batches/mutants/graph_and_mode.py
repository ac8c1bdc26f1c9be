"""Neither no_grad nor a way back from eval().

verdict: failed
idea: graph-kept
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError("batch_size must be at least 1")
    model.eval()
    return torch.cat([model(x[i : i + batch_size]) for i in range(0, len(x) or 1, batch_size)])
