"""The answer is printed.

verdict: failed
idea: returns-nothing
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    units = torch.cat([first.weight, second.weight.T], dim=1)
    print(len(units.unique(dim=0)) < len(units))
