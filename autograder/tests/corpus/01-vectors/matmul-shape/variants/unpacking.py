"""Starred names.

verdict: passed
"""


def matmul_shape(a, b):
    *rows, inner = a
    other, *columns = b
    if inner != other:
        return
    return (*rows, *columns)
