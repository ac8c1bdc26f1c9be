"""A row on the left, a column on the right, and the ones stay.

verdict: failed
idea: ones-not-dropped
"""


def matmul_shape(a, b):
    a = (1,) + a if len(a) == 1 else a
    b = b + (1,) if len(b) == 1 else b
    return (a[0], b[1]) if a[1] == b[0] else None
