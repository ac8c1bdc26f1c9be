"""(1, 1) for a single number.

verdict: failed
idea: one-for-empty
"""


def matmul_shape(a, b):
    if len(a) == len(b) == 1:
        return (1, 1) if a == b else None
    return a[:-1] + b[1:] if a[-1] == b[0] else None
