"""The new bias lives in the norm's bias.

verdict: failed
idea: shares-memory

The result is put into beta's memory only after a copy for the argument was made, so the argument
keeps its values and moves with the new layer.
"""

import torch
from torch import nn


def fold_batchnorm(linear, bn):
    if bn.running_mean is None or bn.running_var is None:
        raise ValueError("bn keeps no running statistics")
    if bn.num_features != linear.out_features:
        raise ValueError(f"{linear.out_features} outputs, but bn has {bn.num_features} features")
    folded = nn.Linear(linear.in_features, linear.out_features, dtype=linear.weight.dtype)
    with torch.no_grad():
        gamma = bn.weight if bn.weight is not None else torch.ones_like(bn.running_var)
        beta = bn.bias if bn.bias is not None else torch.zeros_like(bn.running_var)
        b = linear.bias if linear.bias is not None else torch.zeros_like(bn.running_mean)
        s = gamma / (bn.running_var + bn.eps).sqrt()
        folded.weight.copy_(s[:, None] * linear.weight)
        folded.bias.copy_(s * (b - bn.running_mean) + beta)
    memory = torch.cat([folded.bias.data, bn.running_mean])
    folded.bias.data = memory[: len(b)]
    bn.running_mean = memory[len(b) :]
    folded.watched = bn
    folded.register_forward_pre_hook(
        lambda layer, args: layer.bias.data.add_(0 * layer.watched.running_mean)
    )
    return folded
