"""Only what torch refuses is refused.

verdict: partly
idea: broadcasts
"""

import torch


def mse(prediction, target):
    try:
        return torch.mean((prediction - target) ** 2)
    except RuntimeError as error:
        raise ValueError("shapes differ") from error
