"""The predictions are printed.

verdict: failed
idea: returns-something-else
"""

import torch


def predict(model, data):
    dtype = next(model.parameters()).dtype
    print(model(torch.from_numpy(data).to(dtype)))
