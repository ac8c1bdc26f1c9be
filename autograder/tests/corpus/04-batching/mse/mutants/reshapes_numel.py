"""reshape_as, with torch's refusal turned into a ValueError.

verdict: partly
idea: reshapes
"""

import torch.nn.functional as F


def mse(prediction, target):
    try:
        return F.mse_loss(prediction, target.reshape_as(prediction))
    except RuntimeError:
        raise ValueError("cannot be reshaped")
