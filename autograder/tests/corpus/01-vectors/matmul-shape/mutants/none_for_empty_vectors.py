"""Two vectors give a number, and a number has no shape: None.

verdict: failed
idea: none-for-empty
"""


def matmul_shape(a, b):
    if len(a) == 1 and len(b) == 1:
        return None
    return a[:-1] + b[1:] if a[-1] == b[0] else None
