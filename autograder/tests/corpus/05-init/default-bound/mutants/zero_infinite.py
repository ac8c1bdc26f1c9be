"""No inputs: infinity.

verdict: failed
idea: zero-forgotten
"""

import torch


def default_bound(in_features):
    return torch.tensor(float(in_features), dtype=torch.float64).rsqrt().item()
