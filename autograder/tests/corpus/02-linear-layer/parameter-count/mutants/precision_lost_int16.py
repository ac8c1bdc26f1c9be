"""int16 counts it and overflows for a layer of 200 by 200.

verdict: failed
idea: precision-lost
"""

import torch


def linear_parameter_count(in_features, out_features, bias=True):
    sizes = torch.tensor([in_features, out_features], dtype=torch.int16)
    count = sizes[0] * sizes[1]
    if bias:
        count += sizes[1]
    return count.item()
