"""The model is converted.

verdict: failed
idea: model-converted
"""

import torch


def predict(model, data):
    return model.double()(torch.from_numpy(data).double())
