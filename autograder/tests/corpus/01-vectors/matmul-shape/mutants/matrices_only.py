"""Two sizes are taken for granted.

verdict: error
idea: matrices-only
"""


def matmul_shape(a, b):
    (n, m), (k, p) = a, b
    return (n, p) if m == k else None
