"""As many sizes on both sides.

verdict: failed
idea: vector-on-one-side-only
"""


def matmul_shape(a, b):
    if len(a) != len(b):
        return None
    return a[:-1] + b[1:] if a[-1] == b[0] else None
