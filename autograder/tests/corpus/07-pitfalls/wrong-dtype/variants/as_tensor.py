"""torch.as_tensor with a dtype.

verdict: passed
"""

import torch


def predict(model, data):
    weight = next(iter(model.parameters()))
    return model(torch.as_tensor(data, dtype=weight.dtype))
