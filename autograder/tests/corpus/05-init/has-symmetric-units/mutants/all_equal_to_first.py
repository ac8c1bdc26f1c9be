"""The same with all.

verdict: failed
idea: all-must-agree
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    if first.out_features < 2:
        return False
    rows = bool((first.weight == first.weight[0]).all())
    biases = first.bias is None or bool((first.bias == first.bias[0]).all())
    columns = bool((second.weight == second.weight[:, :1]).all())
    return rows and biases and columns
