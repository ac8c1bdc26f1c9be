"""(1,) for a single number.

verdict: failed
idea: one-for-empty
"""


def matmul_shape(a, b):
    if a[-1] != b[0]:
        return None
    return a[:-1] + b[1:] or (1,)
