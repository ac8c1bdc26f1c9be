"""x @ M keeps a row.

verdict: failed
idea: ones-not-dropped
"""


def matmul_shape(a, b):
    if a[-1] != b[0]:
        return None
    if len(a) == 1 and len(b) == 2:
        return (1, b[1])
    return a[:-1] + b[1:]
