"""A tensor without dimensions comes back.

verdict: failed
idea: not-an-int
"""

import torch


def linear_parameter_count(in_features, out_features, bias=True):
    count = torch.tensor(in_features) * out_features
    if bias:
        count = count + out_features
    return count
