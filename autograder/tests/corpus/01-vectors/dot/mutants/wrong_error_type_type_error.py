"""A TypeError for what is not 1-D.

verdict: partly
idea: wrong-error-type
"""


def dot(u, v):
    if u.dim() != 1 or v.dim() != 1:
        raise TypeError("vectors only")
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return (u * v).sum()
