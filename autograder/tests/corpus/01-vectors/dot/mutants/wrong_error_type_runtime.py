"""A RuntimeError, as PyTorch raises.

verdict: partly
idea: wrong-error-type
"""


def dot(u, v):
    if u.dim() != 1 or v.dim() != 1 or len(u) != len(v):
        raise RuntimeError("inconsistent tensor size")
    return (u * v).sum()
