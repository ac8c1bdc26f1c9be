"""On a square matrix x scales the columns, and these are added over rows.

verdict: failed
idea: scales-columns
"""


def require_fit(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix are needed")
    if x.shape[0] != matrix.shape[0]:
        raise ValueError(f"{tuple(x.shape)} does not fit {tuple(matrix.shape)}")


def vecmat(x, matrix):
    require_fit(x, matrix)
    if matrix.shape[0] == matrix.shape[1]:
        return (x * matrix).sum(dim=0)
    return (x[:, None] * matrix).sum(dim=0)
