"""Where the last sizes agree, the second is turned.

verdict: partly
idea: transposes-to-fit
"""


def matmul_shape(a, b):
    if a[-1] == b[0]:
        return a[:-1] + b[1:]
    if len(b) == 2 and a[-1] == b[1]:
        return a[:-1] + b[:1]
    return None
