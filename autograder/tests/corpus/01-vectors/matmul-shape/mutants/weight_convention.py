"""x @ weight.T is meant.

verdict: failed
idea: first-or-last-compared
"""


def matmul_shape(a, b):
    return a[:-1] + b[:-1] if a[-1] == b[-1] else None
