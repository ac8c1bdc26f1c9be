"""Tries both orders.

verdict: partly
idea: transposes-to-fit
"""


def matmul_shape(a, b):
    if a[-1] == b[0]:
        return a[:-1] + b[1:]
    if b[-1] == a[0]:
        return b[:-1] + a[1:]
    return None
