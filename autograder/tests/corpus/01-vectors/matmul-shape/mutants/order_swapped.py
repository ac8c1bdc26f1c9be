"""The product the other way round.

verdict: failed
idea: order-swapped
"""


def matmul_shape(a, b):
    return b[:-1] + a[1:] if b[-1] == a[0] else None
