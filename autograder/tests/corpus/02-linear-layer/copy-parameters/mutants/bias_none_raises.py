"""A bias is taken for granted: two layers without one raise AttributeError after the weight.

verdict: failed
idea: bias-none-mishandled
"""

import torch


@torch.no_grad()
def copy_parameters(source, target):
    if source.weight.shape != target.weight.shape:
        raise ValueError("the weights differ in shape")
    target.weight.copy_(source.weight)
    target.bias.copy_(source.bias)
