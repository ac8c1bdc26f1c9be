"""Lets a batch norm act on the weight's columns and on the bias.

verdict: passed
"""

import torch
import torch.nn.functional as F
from torch import nn

@torch.no_grad()
def fold_batchnorm(linear, bn):
    if bn.running_mean is None or bn.running_var is None:
        raise ValueError("bn keeps no running statistics")
    if bn.num_features != linear.out_features:
        raise ValueError(f"{linear.out_features} outputs, but bn has {bn.num_features} features")
    zero = linear.weight.new_zeros(1, linear.out_features)
    start = zero if linear.bias is None else linear.bias[None]

    def norm(rows):
        return F.batch_norm(
            rows, bn.running_mean, bn.running_var, bn.weight, bn.bias, False, 0.0, bn.eps
        )

    folded = nn.Linear(linear.in_features, linear.out_features).to(linear.weight.dtype)
    folded.bias.copy_(norm(start)[0])
    folded.weight.copy_((norm(linear.weight.T) - norm(zero)).T)
    return folded
