"""view raises for what is not contiguous.

verdict: error
idea: memory-order
"""


def require_fit(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix are needed")
    if x.shape[0] != matrix.shape[0]:
        raise ValueError(f"{tuple(x.shape)} does not fit {tuple(matrix.shape)}")


def vecmat(x, matrix):
    require_fit(x, matrix)
    flat = matrix.view(-1)
    m = matrix.shape[1]
    return sum(x[i] * flat[i * m : (i + 1) * m] for i in range(len(x)))
