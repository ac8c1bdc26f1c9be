"""A list.

verdict: failed
idea: not-a-tuple
"""


def matmul_shape(a, b):
    return [*a[:-1], *b[1:]] if a[-1] == b[0] else None
