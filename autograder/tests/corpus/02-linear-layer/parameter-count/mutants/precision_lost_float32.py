"""float32 counts it, which is exact for small layers only: above 2**24 it skips numbers.

verdict: failed
idea: precision-lost
"""

import torch


def linear_parameter_count(in_features, out_features, bias=True):
    count = torch.tensor(float(in_features)) * out_features
    if bias:
        count = count + out_features
    return int(count.item())
