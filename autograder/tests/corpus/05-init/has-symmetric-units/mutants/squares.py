"""Squares are compared.

verdict: failed
idea: signs-ignored
"""

import torch


@torch.no_grad()
def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    bias = first.weight.new_zeros(first.out_features) if first.bias is None else first.bias
    units = torch.column_stack([first.weight, bias, second.weight.T]).square()
    return len(set(map(tuple, units.tolist()))) < len(units)
