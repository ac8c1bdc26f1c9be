"""(5) is an int; the comma is missing.

verdict: failed
idea: not-a-tuple
"""


def matmul_shape(a, b):
    if a[-1] != b[0]:
        return None
    if len(a) == len(b) == 1:
        return ()
    if len(a) == 1:
        return b[1]
    if len(b) == 1:
        return a[0]
    return (a[0], b[1])
