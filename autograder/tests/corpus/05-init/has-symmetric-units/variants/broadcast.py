"""All pairs at once by broadcasting.

verdict: passed
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    rows = (first.weight[:, None] == first.weight[None]).all(-1)
    columns = (second.weight.T[:, None] == second.weight.T[None]).all(-1)
    same = rows & columns
    if first.bias is not None:
        same &= first.bias[:, None] == first.bias
    return bool(same.triu(diagonal=1).any())
