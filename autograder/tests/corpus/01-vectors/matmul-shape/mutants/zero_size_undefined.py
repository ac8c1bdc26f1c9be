"""A size of 0 counts as nothing.

verdict: failed
idea: zero-size-undefined
"""


def matmul_shape(a, b):
    if not all(a) or not all(b):
        return None
    return a[:-1] + b[1:] if a[-1] == b[0] else None
