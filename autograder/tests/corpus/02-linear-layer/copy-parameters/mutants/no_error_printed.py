"""For layers that do not fit there is a printed message instead of an error.

verdict: partly
idea: no-error-on-mismatch
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
    try:
        check_same_shapes(source, target)
    except ValueError as error:
        print("cannot copy:", error)
        return
    target.weight.copy_(source.weight)
    if target.bias is not None:
        target.bias.copy_(source.bias)
