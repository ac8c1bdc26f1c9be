"""A target without a bias is given one, and one with a bias loses it, to make them fit.

verdict: partly
idea: target-resized
"""

import torch
from torch import nn


def copy_parameters(source, target):
    if source.weight.shape != target.weight.shape:
        raise ValueError("the weights differ in shape")
    if source.bias is None:
        target.bias = None
    elif target.bias is None:
        target.bias = nn.Parameter(torch.zeros_like(source.bias))
    with torch.no_grad():
        target.weight.copy_(source.weight)
        if target.bias is not None:
            target.bias.copy_(source.bias)
