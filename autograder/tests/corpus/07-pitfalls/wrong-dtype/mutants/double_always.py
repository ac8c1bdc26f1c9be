"""double() always.

verdict: error
idea: double-hard-coded
"""

import torch


def predict(model, data):
    return model(torch.from_numpy(data).double())
