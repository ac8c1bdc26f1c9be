"""A matrix times a vector is left out.

verdict: failed
idea: vector-on-one-side-only
"""


def matmul_shape(a, b):
    if len(a) == 2 and len(b) == 1:
        return None
    return a[:-1] + b[1:] if a[-1] == b[0] else None
