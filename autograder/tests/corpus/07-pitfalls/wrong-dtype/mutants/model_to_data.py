"""The model gets the dtype of the data, and back.

verdict: failed
idea: model-converted
"""

import torch


def predict(model, data):
    x = torch.from_numpy(data)
    if not x.is_floating_point():
        x = x.float()
    return model.to(x.dtype)(x)
