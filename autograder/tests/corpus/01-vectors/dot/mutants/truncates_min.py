"""Both are cut to the shorter length.

verdict: partly
idea: truncates
"""


def dot(u, v):
    if u.dim() != 1 or v.dim() != 1:
        raise ValueError("vectors only")
    n = min(len(u), len(v))
    return (u[:n] * v[:n]).sum()
