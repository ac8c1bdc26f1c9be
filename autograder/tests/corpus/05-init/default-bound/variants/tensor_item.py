"""A tensor in float64, and its number.

verdict: passed
"""

import torch


def default_bound(in_features):
    if in_features == 0:
        return 0.0
    return torch.tensor(in_features, dtype=torch.float64).rsqrt().item()
