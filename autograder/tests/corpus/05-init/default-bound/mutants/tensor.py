"""A tensor.

verdict: failed
idea: not-a-float
"""

import torch


def default_bound(in_features):
    if in_features == 0:
        return torch.tensor(0.0)
    return torch.tensor(float(in_features)).rsqrt()
