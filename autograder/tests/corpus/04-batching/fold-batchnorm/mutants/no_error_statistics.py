"""Zeros and ones stand for missing statistics.

verdict: partly
idea: no-error-on-mismatch
"""

import torch
from torch import nn

def fold_batchnorm(linear, bn):
    if bn.num_features != linear.out_features:
        raise ValueError("sizes differ")
    zeros, ones = torch.zeros(bn.num_features), torch.ones(bn.num_features)
    mean = zeros if bn.running_mean is None else bn.running_mean
    var = ones if bn.running_var is None else bn.running_var
    folded = nn.Linear(linear.in_features, linear.out_features, dtype=linear.weight.dtype)
    with torch.no_grad():
        gamma = bn.weight if bn.weight is not None else torch.ones_like(var)
        beta = bn.bias if bn.bias is not None else torch.zeros_like(var)
        b = linear.bias if linear.bias is not None else torch.zeros_like(mean)
        s = gamma / (var + bn.eps).sqrt()
        folded.weight.copy_(s[:, None] * linear.weight)
        folded.bias.copy_(s * (b - mean) + beta)
    return folded
