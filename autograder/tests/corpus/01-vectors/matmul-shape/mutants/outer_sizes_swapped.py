"""(m, n) for (n, m).

verdict: failed
idea: wrong-sizes-returned
"""


def matmul_shape(a, b):
    if a[-1] != b[0]:
        return None
    return b[1:] + a[:-1]
