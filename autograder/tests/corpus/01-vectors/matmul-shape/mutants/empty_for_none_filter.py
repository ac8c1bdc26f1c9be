"""tuple() of nothing.

verdict: partly
idea: empty-for-none
"""


def matmul_shape(a, b):
    sizes = [*a[:-1], *b[1:]] if a[-1] == b[0] else []
    return tuple(sizes)
