"""Everything is flattened first, so a column passes for a vector.

verdict: partly
idea: no-error-on-mismatch
"""


def dot(u, v):
    u, v = u.flatten(), v.flatten()
    if len(u) != len(v):
        raise ValueError("unequal lengths")
    return (u * v).sum()
