"""A frozen layer is refused, though its values can be copied and be written like any others.

verdict: error
idea: refuses-what-fits
"""

import torch


@torch.no_grad()
def copy_parameters(source, target):
    if source.weight.shape != target.weight.shape:
        raise ValueError("the weights differ in shape")
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one of the layers has a bias")
    if not (source.weight.requires_grad and target.weight.requires_grad):
        raise ValueError("a frozen layer")
    target.weight.copy_(source.weight)
    if target.bias is not None:
        target.bias.copy_(source.bias)
