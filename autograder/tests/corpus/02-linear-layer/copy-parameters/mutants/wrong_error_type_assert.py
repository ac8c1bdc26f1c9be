"""The shapes are checked by assert, which raises AssertionError.

verdict: partly
idea: wrong-error-type
"""

import torch


@torch.no_grad()
def copy_parameters(source, target):
    assert source.weight.shape == target.weight.shape, "the weights differ in shape"
    assert (source.bias is None) == (target.bias is None), "only one layer has a bias"
    target.weight.copy_(source.weight)
    if target.bias is not None:
        target.bias.copy_(source.bias)
