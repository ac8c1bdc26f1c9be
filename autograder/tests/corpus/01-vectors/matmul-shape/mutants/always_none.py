"""Printed and not returned.

verdict: failed
idea: returns-nothing
"""


def matmul_shape(a, b):
    print(a[:-1] + b[1:] if a[-1] == b[0] else None)
