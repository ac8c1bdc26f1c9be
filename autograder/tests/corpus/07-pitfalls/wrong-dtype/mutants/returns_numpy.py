"""A NumPy array is returned.

verdict: failed
idea: returns-something-else
"""

import torch


def predict(model, data):
    dtype = next(model.parameters()).dtype
    return model(torch.from_numpy(data).to(dtype)).detach().numpy()
