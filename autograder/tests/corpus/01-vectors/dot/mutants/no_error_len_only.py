"""len() of a matrix is its number of rows.

verdict: partly
idea: no-error-on-mismatch
"""


def dot(u, v):
    if u.dim() == 0 or v.dim() == 0 or len(u) != len(v):
        raise ValueError("unequal lengths")
    return (u * v).sum()
