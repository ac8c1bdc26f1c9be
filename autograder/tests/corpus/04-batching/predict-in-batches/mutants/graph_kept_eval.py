"""eval() is taken for no_grad().

verdict: failed
idea: graph-kept
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    modes = [(part, part.training) for part in model.modules()]
    model.eval()
    y = torch.cat([model(batch) for batch in x.split(batch_size)])
    for part, mode in modes:
        part.training = mode
    return y
