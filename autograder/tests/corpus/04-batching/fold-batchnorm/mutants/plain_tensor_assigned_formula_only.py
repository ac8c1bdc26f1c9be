"""The formula of the page, assigned: tensors for Parameters, and nothing for what may be missing.

verdict: failed
idea: not-parameters
"""

from torch import nn


def fold_batchnorm(linear, bn):
    s = bn.weight / (bn.running_var + bn.eps).sqrt()
    folded = nn.Linear(linear.in_features, linear.out_features)
    folded.weight = s[:, None] * linear.weight
    folded.bias = s * (linear.bias - bn.running_mean) + bn.bias
    return folded
