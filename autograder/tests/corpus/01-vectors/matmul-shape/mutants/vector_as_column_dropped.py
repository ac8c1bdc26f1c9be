"""A column on both sides, and the ones are dropped.

verdict: failed
idea: vector-as-column
"""


def matmul_shape(a, b):
    left = a if len(a) == 2 else (a[0], 1)
    right = b if len(b) == 2 else (b[0], 1)
    if left[1] != right[0]:
        return None
    return tuple(size for size in (left[0], right[1]) if size != 1)
