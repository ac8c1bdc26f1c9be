"""New Parameters in a new layer.

verdict: passed
"""

import torch
from torch import nn

def fold_batchnorm(linear, bn):
    if bn.running_mean is None or bn.running_var is None:
        raise ValueError("bn keeps no running statistics")
    if bn.num_features != linear.out_features:
        raise ValueError(f"{linear.out_features} outputs, but bn has {bn.num_features} features")
    std = torch.sqrt(bn.running_var + bn.eps)
    weight = linear.weight.detach() / std.unsqueeze(1)
    bias = -bn.running_mean / std
    if linear.bias is not None:
        bias = bias + linear.bias.detach() / std
    if bn.affine:
        weight = weight * bn.weight.detach().unsqueeze(1)
        bias = bias * bn.weight.detach() + bn.bias.detach()
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    layer.weight, layer.bias = nn.Parameter(weight), nn.Parameter(bias)
    return layer
