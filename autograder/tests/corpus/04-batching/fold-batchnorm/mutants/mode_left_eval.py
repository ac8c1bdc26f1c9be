"""The norm is switched to evaluation mode and stays there.

verdict: failed
idea: mode-changed
"""

import torch
from torch import nn

def fold_batchnorm(linear, bn):
    if bn.running_mean is None or bn.running_var is None:
        raise ValueError("bn keeps no running statistics")
    if bn.num_features != linear.out_features:
        raise ValueError(f"{linear.out_features} outputs, but bn has {bn.num_features} features")
    bn.eval()
    folded = nn.Linear(linear.in_features, linear.out_features, dtype=linear.weight.dtype)
    with torch.no_grad():
        zero = torch.zeros(1, linear.in_features, dtype=linear.weight.dtype)
        start = bn(linear(zero))
        folded.bias.copy_(start[0])
        eye = torch.eye(linear.in_features, dtype=linear.weight.dtype)
        folded.weight.copy_((bn(linear(eye)) - start).T)
    return folded
