"""Layers that do not fit raise RuntimeError, as load_state_dict does.

verdict: partly
idea: wrong-error-type
"""

import torch


def copy_parameters(source, target):
    same_weight = source.weight.shape == target.weight.shape
    if not same_weight or (source.bias is None) != (target.bias is None):
        raise RuntimeError("the layers differ")
    with torch.no_grad():
        target.weight.copy_(source.weight)
        if target.bias is not None:
            target.bias.copy_(source.bias)
