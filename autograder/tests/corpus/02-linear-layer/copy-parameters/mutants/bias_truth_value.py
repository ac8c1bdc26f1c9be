""" "if source.bias" asks a tensor for its truth value, which raises for more than one element.

verdict: error
idea: bias-none-mishandled
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
    target.weight.copy_(source.weight)
    if source.bias:
        target.bias.copy_(source.bias)
