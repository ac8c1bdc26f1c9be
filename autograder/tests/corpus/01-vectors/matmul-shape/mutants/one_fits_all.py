"""An inner size of 1 is stretched, as when adding.

verdict: partly
idea: one-fits-all
"""


def matmul_shape(a, b):
    if a[-1] != b[0] and 1 not in (a[-1], b[0]):
        return None
    return a[:-1] + b[1:]
