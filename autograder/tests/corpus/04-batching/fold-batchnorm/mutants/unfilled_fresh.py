"""A fresh layer of the right size.

verdict: failed
idea: not-filled
"""

from torch import nn

def fold_batchnorm(linear, bn):
    if bn.running_mean is None or bn.running_var is None:
        raise ValueError("bn keeps no running statistics")
    if bn.num_features != linear.out_features:
        raise ValueError(f"{linear.out_features} outputs, but bn has {bn.num_features} features")
    folded = nn.Linear(linear.in_features, linear.out_features, dtype=linear.weight.dtype)
    return folded
