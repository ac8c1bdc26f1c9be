"""Rows with rows.

verdict: failed
idea: first-or-last-compared
"""


def matmul_shape(a, b):
    return a[:-1] + b[1:] if a[0] == b[0] else None
