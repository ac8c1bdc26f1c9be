"""False.

verdict: partly
idea: wrong-word-for-undefined
"""


def matmul_shape(a, b):
    return a[-1] == b[0] and a[:-1] + b[1:]
