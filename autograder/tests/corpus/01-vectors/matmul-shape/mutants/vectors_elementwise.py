"""Two vectors give a vector, as with *.

verdict: failed
idea: vector-kept
"""


def matmul_shape(a, b):
    if len(a) == len(b) == 1:
        return a if a == b else None
    return a[:-1] + b[1:] if a[-1] == b[0] else None
