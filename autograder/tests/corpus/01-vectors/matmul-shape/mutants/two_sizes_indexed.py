"""Two sizes are read from each shape.

verdict: error
idea: matrices-only
"""


def matmul_shape(a, b):
    if a[1] != b[0]:
        return None
    return (a[0], b[1])
