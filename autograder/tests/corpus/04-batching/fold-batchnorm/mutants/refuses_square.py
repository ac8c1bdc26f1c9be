"""Compares with the number of inputs.

verdict: error
idea: refuses-what-fits
"""

import torch
from torch import nn

def fold_batchnorm(linear, bn):
    if bn.running_mean is None or bn.running_var is None:
        raise ValueError("bn keeps no running statistics")
    if bn.num_features != linear.out_features:
        raise ValueError(f"{linear.out_features} outputs, but bn has {bn.num_features} features")
    if bn.num_features != linear.in_features:
        raise ValueError("sizes differ")
    folded = nn.Linear(linear.in_features, linear.out_features, dtype=linear.weight.dtype)
    with torch.no_grad():
        gamma = bn.weight if bn.weight is not None else torch.ones_like(bn.running_var)
        beta = bn.bias if bn.bias is not None else torch.zeros_like(bn.running_var)
        b = linear.bias if linear.bias is not None else torch.zeros_like(bn.running_mean)
        s = gamma / (bn.running_var + bn.eps).sqrt()
        folded.weight.copy_(s[:, None] * linear.weight)
        folded.bias.copy_(s * (b - bn.running_mean) + beta)
    return folded
