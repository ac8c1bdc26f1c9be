"""A vector on the left is a column.

verdict: failed
idea: vector-as-column
"""


def matmul_shape(a, b):
    if len(a) == 1:
        a = (a[0], 1)
    return a[:-1] + b[1:] if a[-1] == b[0] else None
