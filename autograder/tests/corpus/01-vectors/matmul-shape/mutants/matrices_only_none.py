"""Vectors have no product.

verdict: failed
idea: matrices-only
"""


def matmul_shape(a, b):
    if len(a) != 2 or len(b) != 2 or a[1] != b[0]:
        return None
    return (a[0], b[1])
