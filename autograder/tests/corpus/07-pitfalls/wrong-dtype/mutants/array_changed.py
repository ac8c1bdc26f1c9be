"""The array is scaled in place.

verdict: failed
idea: array-changed
"""

import torch


def predict(model, data):
    dtype = next(model.parameters()).dtype
    x = torch.from_numpy(data)
    y = model(x.to(dtype))
    x.zero_()
    return y
