"""Adds up in place on a tensor of its own.

verdict: passed
"""


def require_fit(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix are needed")
    if x.shape[0] != matrix.shape[0]:
        raise ValueError(f"{tuple(x.shape)} does not fit {tuple(matrix.shape)}")


def vecmat(x, matrix):
    require_fit(x, matrix)
    result = x[0] * matrix[0]
    for i in range(1, len(x)):
        result += x[i] * matrix[i]
    return result
