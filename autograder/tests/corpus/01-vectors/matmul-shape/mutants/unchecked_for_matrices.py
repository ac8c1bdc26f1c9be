"""Inner sizes are compared where a vector takes part.

verdict: partly
idea: unchecked
"""


def matmul_shape(a, b):
    if (len(a) == 1 or len(b) == 1) and a[-1] != b[0]:
        return None
    return a[:-1] + b[1:]
