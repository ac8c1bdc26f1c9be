"""Only square weights are let through, because one is compared with the transpose of the other.

verdict: error
idea: refuses-what-fits
"""

import torch


@torch.no_grad()
def copy_parameters(source, target):
    if source.weight.T.shape != target.weight.shape or source.weight.shape != target.weight.shape:
        raise ValueError("the weights differ in shape")
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one of the layers has a bias")
    target.weight.copy_(source.weight)
    if target.bias is not None:
        target.bias.copy_(source.bias)
