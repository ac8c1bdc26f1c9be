"""M @ x keeps a column.

verdict: failed
idea: ones-not-dropped
"""


def matmul_shape(a, b):
    if a[-1] != b[0]:
        return None
    if len(a) == 2 and len(b) == 1:
        return (a[0], 1)
    return a[:-1] + b[1:]
