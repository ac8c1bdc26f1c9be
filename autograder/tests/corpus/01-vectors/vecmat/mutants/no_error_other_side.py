"""If x fits the columns, the matrix is turned silently.

verdict: partly
idea: no-error-on-mismatch
"""


def vecmat(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix")
    if x.shape[0] != matrix.shape[0]:
        matrix = matrix.T
    if x.shape[0] != matrix.shape[0]:
        raise ValueError("does not fit either way")
    return (x[:, None] * matrix).sum(0)
