"""The source's weight is believed to be (in, out).

verdict: failed
idea: weight-transposed
"""

import torch


@torch.no_grad()
def copy_parameters(source, target):
    if source.weight.T.shape != target.weight.shape:
        raise ValueError("the weights differ in shape")
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one layer has a bias")
    target.weight.copy_(source.weight.T)
    if target.bias is not None:
        target.bias.copy_(source.bias)
