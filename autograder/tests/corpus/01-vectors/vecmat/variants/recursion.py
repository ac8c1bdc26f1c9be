"""The last row and the rest.

verdict: passed
"""


def require_fit(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix are needed")
    if x.shape[0] != matrix.shape[0]:
        raise ValueError(f"{tuple(x.shape)} does not fit {tuple(matrix.shape)}")


def vecmat(x, matrix):
    require_fit(x, matrix)
    if len(x) == 1:
        return x[0] * matrix[0]
    return vecmat(x[:-1], matrix[:-1]) + x[-1] * matrix[-1]
