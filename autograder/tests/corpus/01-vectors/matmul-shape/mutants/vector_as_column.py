"""A vector is a column (n, 1) on both sides.

verdict: failed
idea: vector-as-column
"""


def matmul_shape(a, b):
    a = a if len(a) == 2 else (a[0], 1)
    b = b if len(b) == 2 else (b[0], 1)
    return (a[0], b[1]) if a[1] == b[0] else None
