"""requires_grad is switched off to be able to use numpy.

verdict: failed
idea: layers-changed
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    first.requires_grad_(False)
    second.requires_grad_(False)
    units = list(zip(first.weight.numpy().tolist(), second.weight.numpy().T.tolist()))
    if first.bias is not None:
        units = [(*unit, b) for unit, b in zip(units, first.bias.numpy().tolist())]
    return any(units.count(unit) > 1 for unit in units)
