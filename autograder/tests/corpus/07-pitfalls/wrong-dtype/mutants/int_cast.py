"""NumPy's int.

verdict: failed
idea: whole-numbers-lost
"""

import torch


def predict(model, data):
    dtype = next(model.parameters()).dtype
    return model(torch.from_numpy(data.astype(int)).to(dtype))
