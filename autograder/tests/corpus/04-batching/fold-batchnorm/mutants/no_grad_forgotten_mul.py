"""The copy of the layer is scaled in place while autograd records.

verdict: error
idea: no-grad-forgotten
"""

import torch
from torch import nn


import copy


def fold_batchnorm(linear, bn):
    if bn.running_mean is None:
        raise ValueError("bn keeps no running statistics")
    if bn.num_features != linear.out_features:
        raise ValueError("sizes differ")
    gamma = bn.weight if bn.weight is not None else torch.ones_like(bn.running_var)
    beta = bn.bias if bn.bias is not None else torch.zeros_like(bn.running_var)
    b = linear.bias if linear.bias is not None else torch.zeros_like(bn.running_mean)
    s = gamma / (bn.running_var + bn.eps).sqrt()
    folded = copy.deepcopy(linear).requires_grad_()
    folded.weight *= s[:, None]
    folded.bias = nn.Parameter(s * (b - bn.running_mean) + beta)
    return folded
