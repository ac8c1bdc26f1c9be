"""Compares the outer sizes of matrices only.

verdict: failed
idea: outer-compared
"""


def matmul_shape(a, b):
    if len(a) == len(b) == 2:
        return (a[0], b[1]) if a[0] == b[1] else None
    return a[:-1] + b[1:] if a[-1] == b[0] else None
