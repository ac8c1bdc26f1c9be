"""Only too few columns are noticed.

verdict: partly
idea: misfit-accepted
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features > second.in_features:
        raise ValueError("too few columns")
    units = torch.cat([first.weight, second.weight.T[: first.out_features]], dim=1)
    if first.bias is not None:
        units = torch.cat([units, first.bias[:, None]], dim=1)
    return len(units.unique(dim=0)) < len(units)
