"""A copy of the linear layer.

verdict: failed
idea: norm-ignored
"""

import torch
from torch import nn

import copy


def fold_batchnorm(linear, bn):
    if bn.running_mean is None or bn.running_var is None:
        raise ValueError("bn keeps no running statistics")
    if bn.num_features != linear.out_features:
        raise ValueError(f"{linear.out_features} outputs, but bn has {bn.num_features} features")
    folded = copy.deepcopy(linear)
    if folded.bias is None:
        folded.bias = nn.Parameter(torch.zeros_like(bn.running_mean))
    return folded
