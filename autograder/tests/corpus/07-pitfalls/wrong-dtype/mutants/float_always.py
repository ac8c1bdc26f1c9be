"""float() always.

verdict: error
idea: float-hard-coded
"""

import torch


def predict(model, data):
    return model(torch.from_numpy(data).float())
