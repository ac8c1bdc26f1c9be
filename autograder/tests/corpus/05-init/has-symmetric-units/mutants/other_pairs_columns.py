"""Rows and biases of one pair, columns of any.

verdict: failed
idea: separate-pairs
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    units = first.weight
    if first.bias is not None:
        units = torch.cat([units, first.bias[:, None]], dim=1)
    alike = len(units.unique(dim=0)) < len(units)
    return alike and len(second.weight.unique(dim=1).T) < second.in_features
