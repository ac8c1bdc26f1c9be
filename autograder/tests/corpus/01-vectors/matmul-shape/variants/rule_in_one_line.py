"""What is left and right of the inner sizes.

verdict: passed
"""


def matmul_shape(a, b):
    return tuple(a[:-1]) + tuple(b[1:]) if a[-1] == b[0] else None
