"""The sizes are read from in_features and out_features, which our layer need not have.

verdict: failed
idea: same-class-only
"""

import torch


@torch.no_grad()
def copy_parameters(source, target):
    if (source.in_features, source.out_features) != (target.in_features, target.out_features):
        raise ValueError("the sizes differ")
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one layer has a bias")
    target.weight.copy_(source.weight)
    if target.bias is not None:
        target.bias.copy_(source.bias)
