"""Model and data become float32.

verdict: failed
idea: model-converted
"""

import torch


def predict(model, data):
    return model.float()(torch.from_numpy(data).float())
