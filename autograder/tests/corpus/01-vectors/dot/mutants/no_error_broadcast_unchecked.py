"""Nothing is checked: a vector of one entry is stretched, matrices are summed.

verdict: partly
idea: no-error-on-mismatch
"""


def dot(u, v):
    return (u * v).sum()
