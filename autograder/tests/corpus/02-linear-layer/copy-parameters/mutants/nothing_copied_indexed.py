"""A mask picks out a copy of the target's weight, and the copy is filled.

verdict: failed
idea: nothing-copied
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
    check_same_shapes(source, target)
    everything = torch.ones_like(target.weight, dtype=torch.bool)
    target.weight[everything].copy_(source.weight[everything])
    if target.bias is not None:
        everything = torch.ones_like(target.bias, dtype=torch.bool)
        target.bias[everything].copy_(source.bias[everything])
