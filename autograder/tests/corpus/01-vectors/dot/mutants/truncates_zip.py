"""zip ends with the shorter vector.

verdict: partly
idea: truncates
"""


def dot(u, v):
    if u.dim() != 1 or v.dim() != 1:
        raise ValueError("vectors only")
    return sum((a * b for a, b in zip(u, v)), start=u.new_zeros(()))
