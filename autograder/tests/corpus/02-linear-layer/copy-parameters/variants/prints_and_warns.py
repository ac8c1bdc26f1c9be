"""Before and after are printed, a change of sign is warned about.

verdict: passed
"""

import sys
import warnings

import torch
from torch import nn


def check_same_shapes(source, target):
    if source.weight.shape != target.weight.shape:
        raise ValueError(f"weights {source.weight.shape} and {target.weight.shape} differ")
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one of the two layers has a bias")
    if source.bias is not None and source.bias.shape != target.bias.shape:
        raise ValueError(f"biases {source.bias.shape} and {target.bias.shape} differ")


@torch.no_grad()
def copy_parameters(source: nn.Module, target: nn.Module, verbose: bool = True) -> None:
    """Copy the values of weight and bias from source into target."""
    check_same_shapes(source, target)
    if verbose:
        print("before:", target.weight)
    if bool(((source.weight > 0) != (target.weight > 0)).any()):
        warnings.warn("some weights change their sign", stacklevel=2)
    target.weight.copy_(source.weight)
    if target.bias is not None:
        target.bias.copy_(source.bias)
    print("after:", target.weight, file=sys.stderr)
