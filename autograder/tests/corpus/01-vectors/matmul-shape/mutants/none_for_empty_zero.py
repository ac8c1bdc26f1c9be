"""Two vectors are left out of the cases.

verdict: failed
idea: none-for-empty
"""


def matmul_shape(a, b):
    if a[-1] == b[0]:
        if len(a) == 2 and len(b) == 2:
            return (a[0], b[1])
        if len(a) == 2:
            return (a[0],)
        if len(b) == 2:
            return (b[1],)
