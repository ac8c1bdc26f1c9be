"""() where there is no product.

verdict: partly
idea: empty-for-none
"""


def matmul_shape(a, b):
    if a[-1] != b[0]:
        return ()
    return a[:-1] + b[1:]
