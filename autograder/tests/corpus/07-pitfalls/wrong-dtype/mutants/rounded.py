"""The data are turned into whole numbers on the way.

verdict: failed
idea: whole-numbers-lost
"""

import torch


def predict(model, data):
    dtype = next(model.parameters()).dtype
    return model(torch.from_numpy(data).long().to(dtype))
