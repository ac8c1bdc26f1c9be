"""The error is caught, and zeros are returned.

verdict: failed
idea: not-converted
"""

import torch


def predict(model, data):
    x = torch.from_numpy(data)
    try:
        return model(x)
    except RuntimeError:
        return torch.zeros(len(data), 1)
