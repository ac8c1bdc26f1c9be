"""Compares the outer sizes.

verdict: failed
idea: outer-compared
"""


def matmul_shape(a, b):
    if a[0] != b[-1]:
        return None
    return a[:-1] + b[1:]
