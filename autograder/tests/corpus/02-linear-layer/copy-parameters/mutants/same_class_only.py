"""Layers of different classes are refused, though one may be ours and one PyTorch's.

verdict: error
idea: same-class-only
"""

import torch


def check_same_shapes(source, target):
    if source.weight.shape != target.weight.shape:
        raise ValueError(f"weights {source.weight.shape} and {target.weight.shape} differ")
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one of the two layers has a bias")
    if source.bias is not None and source.bias.shape != target.bias.shape:
        raise ValueError(f"biases {source.bias.shape} and {target.bias.shape} differ")


@torch.no_grad()
def copy_parameters(source, target):
    if type(source) is not type(target):
        raise ValueError(f"{type(source).__name__} is no {type(target).__name__}")
    check_same_shapes(source, target)
    target.weight.copy_(source.weight)
    if target.bias is not None:
        target.bias.copy_(source.bias)
