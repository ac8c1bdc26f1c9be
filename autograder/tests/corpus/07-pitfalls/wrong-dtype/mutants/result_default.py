"""The result becomes float32.

verdict: failed
idea: result-in-another-dtype
"""

import torch


def predict(model, data):
    dtype = next(model.parameters()).dtype
    return model(torch.from_numpy(data).to(dtype)).float()
