"""Without a bias the new layer has none either.

verdict: partly
idea: bias-left-out
"""

import torch
from torch import nn

def fold_batchnorm(linear, bn):
    if bn.running_mean is None or bn.running_var is None:
        raise ValueError("bn keeps no running statistics")
    if bn.num_features != linear.out_features:
        raise ValueError(f"{linear.out_features} outputs, but bn has {bn.num_features} features")
    has_bias = linear.bias is not None
    out_features, in_features = linear.weight.shape
    folded = nn.Linear(in_features, out_features, bias=has_bias, dtype=linear.weight.dtype)
    with torch.no_grad():
        gamma = bn.weight if bn.weight is not None else torch.ones_like(bn.running_var)
        beta = bn.bias if bn.bias is not None else torch.zeros_like(bn.running_var)
        b = linear.bias if linear.bias is not None else torch.zeros_like(bn.running_mean)
        s = gamma / (bn.running_var + bn.eps).sqrt()
        folded.weight.copy_(s[:, None] * linear.weight)
        if has_bias:
            folded.bias.copy_(s * (b - bn.running_mean) + beta)
    return folded
