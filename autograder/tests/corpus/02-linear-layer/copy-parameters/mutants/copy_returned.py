"""A filled copy of the target comes back, the target stays as it was.

verdict: failed
idea: nothing-copied
"""

import copy

import torch


def check_same_shapes(source, target):
    if source.weight.shape != target.weight.shape:
        raise ValueError(f"weights {source.weight.shape} and {target.weight.shape} differ")
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one of the two layers has a bias")
    if source.bias is not None and source.bias.shape != target.bias.shape:
        raise ValueError(f"biases {source.bias.shape} and {target.bias.shape} differ")


def copy_parameters(source, target):
    check_same_shapes(source, target)
    result = copy.deepcopy(target)
    with torch.no_grad():
        result.weight.copy_(source.weight)
        if result.bias is not None:
            result.bias.copy_(source.bias)
    return result
