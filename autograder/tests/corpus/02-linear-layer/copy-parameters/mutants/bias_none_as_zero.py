"""A source without a bias is taken to have a bias of zero.

verdict: partly
idea: no-error-on-mismatch
"""

import torch


@torch.no_grad()
def copy_parameters(source, target):
    if source.weight.shape != target.weight.shape:
        raise ValueError("the weights differ in shape")
    if source.bias is not None and target.bias is None:
        raise ValueError("the target has no bias")
    target.weight.copy_(source.weight)
    if target.bias is not None:
        if source.bias is None:
            target.bias.zero_()
        else:
            target.bias.copy_(source.bias)
