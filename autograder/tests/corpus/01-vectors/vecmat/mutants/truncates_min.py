"""Both are cut.

verdict: partly
idea: truncates
"""


def vecmat(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix")
    n = min(x.shape[0], matrix.shape[0])
    return (x[:n, None] * matrix[:n]).sum(0)
