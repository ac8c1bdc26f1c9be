"""PyTorch's function, which wants both in evaluation mode.

verdict: error
idea: asks-for-evaluation
"""

import torch
from torch import nn

from torch.nn.utils.fusion import fuse_linear_bn_eval, fuse_linear_bn_weights


def fold_batchnorm(linear, bn):
    if bn.running_mean is None or bn.running_var is None:
        raise ValueError("bn keeps no running statistics")
    if bn.num_features != linear.out_features:
        raise ValueError(f"{linear.out_features} outputs, but bn has {bn.num_features} features")
    if bn.affine:
        return fuse_linear_bn_eval(linear, bn)
    assert not bn.training
    ones, zeros = torch.ones_like(bn.running_var), torch.zeros_like(bn.running_var)
    folded = nn.Linear(linear.in_features, linear.out_features, dtype=linear.weight.dtype)
    folded.weight, folded.bias = fuse_linear_bn_weights(
        linear.weight, linear.bias, bn.running_mean, bn.running_var, bn.eps, ones, zeros
    )
    return folded
