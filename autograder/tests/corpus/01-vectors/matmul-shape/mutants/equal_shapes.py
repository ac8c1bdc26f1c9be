"""Shapes have to be equal.

verdict: failed
idea: elementwise-rule
"""


def matmul_shape(a, b):
    return a if a == b else None
