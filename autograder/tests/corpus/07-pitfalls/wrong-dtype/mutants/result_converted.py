"""Right numbers in the dtype of the data.

verdict: failed
idea: result-in-another-dtype
"""

import torch


def predict(model, data):
    dtype = next(model.parameters()).dtype
    y = model(torch.from_numpy(data).to(dtype))
    return y.double()
