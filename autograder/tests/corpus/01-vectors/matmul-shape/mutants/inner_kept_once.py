"""The inner size stays once.

verdict: failed
idea: wrong-sizes-returned
"""


def matmul_shape(a, b):
    return a + b[1:] if a[-1] == b[0] else None
