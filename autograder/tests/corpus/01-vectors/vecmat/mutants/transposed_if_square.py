"""Broadcasting as it comes: the rows are met where the matrix is square.

verdict: failed
idea: rows-dotted
"""


def require_fit(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix are needed")
    if x.shape[0] != matrix.shape[0]:
        raise ValueError(f"{tuple(x.shape)} does not fit {tuple(matrix.shape)}")


def vecmat(x, matrix):
    require_fit(x, matrix)
    if matrix.shape[0] == matrix.shape[1]:
        return (matrix * x).sum(dim=1)
    return (matrix.T * x).sum(dim=1)
