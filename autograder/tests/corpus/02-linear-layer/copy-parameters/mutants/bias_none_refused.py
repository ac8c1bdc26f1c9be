"""Two layers without a bias fit each other, but are refused with ValueError.

verdict: error
idea: bias-none-mishandled
"""

import torch


@torch.no_grad()
def copy_parameters(source, target):
    if source.bias is None or target.bias is None:
        raise ValueError("both layers need a bias")
    if source.weight.shape != target.weight.shape:
        raise ValueError("the weights differ in shape")
    target.weight.copy_(source.weight)
    target.bias.copy_(source.bias)
