"""x * matrix as it broadcasts; where it does not, it is turned.

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
    try:
        return (x * matrix).sum(0)
    except RuntimeError:
        return (x.reshape(-1, 1) * matrix).sum(0)
