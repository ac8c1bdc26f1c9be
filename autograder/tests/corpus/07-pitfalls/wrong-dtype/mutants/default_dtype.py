"""The default dtype is changed for all.

verdict: failed
idea: default-dtype-left
"""

import torch


def predict(model, data):
    torch.set_default_dtype(torch.float64)
    dtype = next(model.parameters()).dtype
    return model(torch.from_numpy(data).to(dtype))
