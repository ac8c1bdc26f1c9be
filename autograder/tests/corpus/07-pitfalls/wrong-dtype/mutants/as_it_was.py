"""The program as it was handed out.

verdict: error
idea: not-converted
"""

import torch


def predict(model, data):
    return model(torch.from_numpy(data))
