"""Tensors that are mere attributes count as well.

verdict: failed
idea: plain-tensors-counted
"""

import torch


def count_parameters(module):
    found = {id(p): p for p in module.parameters()}
    for m in module.modules():
        for value in vars(m).values():
            if isinstance(value, torch.Tensor):
                found[id(value)] = value
    return sum(t.numel() for t in found.values())
