"""Where x has a single 1 and else zeros, the row itself comes back.

verdict: failed
idea: result-shared
"""


def require_fit(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix are needed")
    if x.shape[0] != matrix.shape[0]:
        raise ValueError(f"{tuple(x.shape)} does not fit {tuple(matrix.shape)}")


def vecmat(x, matrix):
    require_fit(x, matrix)
    if x.count_nonzero() == 1 and x.sum() == 1:
        return matrix[int(x.argmax())]
    return (x[:, None] * matrix).sum(0)
