"""A ValueError where there is no product.

verdict: partly
idea: raises-for-undefined
"""


def matmul_shape(a, b):
    if a[-1] != b[0]:
        raise ValueError(f"{a} does not fit {b}")
    return a[:-1] + b[1:]
