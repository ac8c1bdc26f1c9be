"""Inner sizes are compared for matrices only.

verdict: partly
idea: unchecked
"""


def matmul_shape(a, b):
    if len(a) == len(b) == 2 and a[1] != b[0]:
        return None
    return a[:-1] + b[1:]
