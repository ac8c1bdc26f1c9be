"""The weight is copied before the biases are compared.

verdict: partly
idea: half-copied
"""

import torch


@torch.no_grad()
def copy_parameters(source, target):
    if source.weight.shape != target.weight.shape:
        raise ValueError("the weights differ in shape")
    target.weight.copy_(source.weight)
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one layer has a bias")
    if source.bias is not None:
        if source.bias.shape != target.bias.shape:
            raise ValueError("the biases differ in shape")
        target.bias.copy_(source.bias)
