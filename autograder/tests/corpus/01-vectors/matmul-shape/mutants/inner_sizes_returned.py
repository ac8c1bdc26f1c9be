"""The sizes that vanish come back.

verdict: failed
idea: wrong-sizes-returned
"""


def matmul_shape(a, b):
    if a[-1] != b[0]:
        return None
    return (a[-1],) * (len(a) + len(b) - 2)
