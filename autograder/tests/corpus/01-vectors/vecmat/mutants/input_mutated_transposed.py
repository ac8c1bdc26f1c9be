"""t_ turns the matrix for good.

verdict: failed
idea: input-mutated
"""


def require_fit(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix are needed")
    if x.shape[0] != matrix.shape[0]:
        raise ValueError(f"{tuple(x.shape)} does not fit {tuple(matrix.shape)}")


def vecmat(x, matrix):
    require_fit(x, matrix)
    if matrix.requires_grad:
        return (matrix.t() * x).sum(1)
    return (matrix.t_() * x).sum(1)
