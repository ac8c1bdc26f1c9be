"""None is added to, which is a TypeError.

verdict: partly
idea: wrong-error-type
"""

import torch
from torch import nn

def fold_batchnorm(linear, bn):
    folded = nn.Linear(linear.in_features, linear.out_features, dtype=linear.weight.dtype)
    with torch.no_grad():
        s = (bn.running_var + bn.eps).rsqrt()
        if len(s) != linear.out_features:
            raise ValueError("sizes differ")
        gamma = bn.weight if bn.weight is not None else torch.ones_like(bn.running_var)
        beta = bn.bias if bn.bias is not None else torch.zeros_like(bn.running_var)
        b = linear.bias if linear.bias is not None else torch.zeros_like(bn.running_mean)
        folded.weight.copy_((s * gamma)[:, None] * linear.weight)
        folded.bias.copy_(s * gamma * (b - bn.running_mean) + beta)
    return folded
