"""Sizes of 1 are dropped everywhere.

verdict: failed
idea: ones-squeezed
"""


def matmul_shape(a, b):
    if a[-1] != b[0]:
        return None
    return tuple(size for size in a[:-1] + b[1:] if size != 1)
