"""Ends before the last row.

verdict: failed
idea: off-by-one
"""


def require_fit(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix are needed")
    if x.shape[0] != matrix.shape[0]:
        raise ValueError(f"{tuple(x.shape)} does not fit {tuple(matrix.shape)}")


def vecmat(x, matrix):
    require_fit(x, matrix)
    total = matrix.new_zeros(matrix.shape[1])
    for i in range(len(x) - 1):
        total = total + x[i] * matrix[i]
    return total
