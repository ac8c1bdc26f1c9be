"""to() with a parameter.

verdict: passed
"""

import torch


def predict(model, data):
    return model(torch.from_numpy(data).to(next(model.parameters())))
