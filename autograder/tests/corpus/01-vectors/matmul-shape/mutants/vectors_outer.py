"""Two vectors give a table.

verdict: failed
idea: vector-as-column
"""


def matmul_shape(a, b):
    if len(a) == len(b) == 1:
        return (a[0], b[0])
    return a[:-1] + b[1:] if a[-1] == b[0] else None
