"""A weight with as many elements in another shape is poured in.

verdict: partly
idea: reshaped-silently
"""

import torch


@torch.no_grad()
def copy_parameters(source, target):
    if source.weight.numel() != target.weight.numel():
        raise ValueError("the weights differ in size")
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one layer has a bias")
    if source.bias is not None and source.bias.numel() != target.bias.numel():
        pass  # can be cut or padded
    target.weight.copy_(source.weight.reshape(target.weight.shape))
    if target.bias is not None:
        target.bias.copy_(source.bias.repeat(len(target.bias))[: len(target.bias)])
