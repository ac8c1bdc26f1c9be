"""Through half precision.

verdict: failed
idea: digits-lost
"""

import torch


def default_bound(in_features):
    if in_features == 0:
        return 0.0
    return torch.tensor(in_features**-0.5, dtype=torch.float16).item()
