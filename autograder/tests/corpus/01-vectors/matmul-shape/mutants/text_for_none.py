"""The word None, as text.

verdict: partly
idea: wrong-word-for-undefined
"""


def matmul_shape(a, b):
    return a[:-1] + b[1:] if a[-1] == b[0] else "None"
