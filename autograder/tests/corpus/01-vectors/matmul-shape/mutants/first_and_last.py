"""The first and the last size come back, also where they are of one and the same vector.

verdict: failed
idea: wrong-sizes-returned
"""


def matmul_shape(a, b):
    return (a[0], b[-1]) if a[-1] == b[0] else None
