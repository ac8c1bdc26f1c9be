"""float32 inside, the dtype of the arguments outside.

verdict: failed
idea: dtype-forced
"""


def require_fit(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix are needed")
    if x.shape[0] != matrix.shape[0]:
        raise ValueError(f"{tuple(x.shape)} does not fit {tuple(matrix.shape)}")


def vecmat(x, matrix):
    require_fit(x, matrix)
    return (x.float()[:, None] * matrix.float()).sum(0).to(x.dtype)
