"""Only .weight of each module is counted.

verdict: failed
idea: weights-only
"""

from torch import nn


def count_parameters(module):
    found = {}
    for m in module.modules():
        weight = getattr(m, "weight", None)
        if isinstance(weight, nn.Parameter):
            found[id(weight)] = weight.numel()
    return sum(found.values())
