"""Left in evaluation mode for an empty batch only.

verdict: partly
idea: mode-left
"""

import torch


def predict_in_batches(model, x, batch_size):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    modes = {part: part.training for part in model.modules()}
    model.eval()
    with torch.no_grad():
        if len(x) == 0:
            return model(x)
        y = torch.cat([model(batch) for batch in x.split(batch_size)])
    for part, mode in modes.items():
        part.training = mode
    return y
