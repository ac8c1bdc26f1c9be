"""filter(None, …) drops sizes of 0.

verdict: failed
idea: zero-size-undefined
"""


def matmul_shape(a, b):
    if a[-1] != b[0]:
        return None
    return tuple(filter(None, a[:-1] + b[1:]))
