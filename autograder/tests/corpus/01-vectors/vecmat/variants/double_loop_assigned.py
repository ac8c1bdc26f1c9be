"""Two loops that write into a new tensor.

verdict: passed
"""

import torch


def require_fit(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix are needed")
    if x.shape[0] != matrix.shape[0]:
        raise ValueError(f"{tuple(x.shape)} does not fit {tuple(matrix.shape)}")


def vecmat(x, matrix):
    require_fit(x, matrix)
    n, m = matrix.shape
    y = torch.zeros(m, dtype=x.dtype)
    for j in range(m):
        for i in range(n):
            y[j] += x[i] * matrix[i, j]
    return y
