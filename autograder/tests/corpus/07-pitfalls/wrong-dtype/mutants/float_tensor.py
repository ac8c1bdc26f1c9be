"""torch.FloatTensor.

verdict: error
idea: float-hard-coded
"""

import torch


def predict(model, data):
    return model(torch.FloatTensor(data.tolist()).reshape(data.shape))
