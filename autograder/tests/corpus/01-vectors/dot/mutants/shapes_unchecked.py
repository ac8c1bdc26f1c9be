"""Nothing is checked: a vector of one entry is stretched, matrices are summed.

verdict: partly
idea: shapes-unchecked
"""


def dot(u, v):
    return (u * v).sum()
