"""Nothing is dropped.

verdict: failed
idea: wrong-sizes-returned
"""


def matmul_shape(a, b):
    return a + b if a[-1] == b[0] else None
