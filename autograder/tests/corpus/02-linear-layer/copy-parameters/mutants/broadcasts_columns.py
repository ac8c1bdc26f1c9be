"""Only the numbers of outputs are compared, so one input column is spread over all.

verdict: partly
idea: broadcasts
"""

import torch


@torch.no_grad()
def copy_parameters(source, target):
    if len(source.weight) != len(target.weight):
        raise ValueError("the numbers of outputs differ")
    if source.weight.shape[1] not in (1, target.weight.shape[1]):
        raise ValueError("the numbers of inputs differ")
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one layer has a bias")
    target.weight[:] = source.weight
    if target.bias is not None:
        target.bias[:] = source.bias
