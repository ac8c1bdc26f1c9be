"""The weight is copied in place, the bias is a new Parameter.

verdict: failed
idea: parameter-replaced
"""

import torch
from torch import nn


def check_same_shapes(source, target):
    if source.weight.shape != target.weight.shape:
        raise ValueError(f"weights {source.weight.shape} and {target.weight.shape} differ")
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one of the two layers has a bias")
    if source.bias is not None and source.bias.shape != target.bias.shape:
        raise ValueError(f"biases {source.bias.shape} and {target.bias.shape} differ")


def copy_parameters(source, target):
    check_same_shapes(source, target)
    target.weight.data.copy_(source.weight.data)
    if source.bias is not None:
        target.bias = nn.Parameter(torch.clone(source.bias.data))
