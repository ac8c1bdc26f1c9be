"""`or None` swallows the empty tuple.

verdict: failed
idea: none-for-empty
"""


def matmul_shape(a, b):
    shape = a[:-1] + b[1:] if a[-1] == b[0] else ()
    return shape or None
