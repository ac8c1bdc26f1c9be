"""A bias on one side only is skipped without an error.

verdict: partly
idea: no-error-on-mismatch
"""

import torch


@torch.no_grad()
def copy_parameters(source, target):
    if source.weight.shape != target.weight.shape:
        raise ValueError("the weights differ in shape")
    target.weight.copy_(source.weight)
    if source.bias is not None and target.bias is not None:
        target.bias.copy_(source.bias)
