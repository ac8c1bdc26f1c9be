"""The result is written into zeros of float32.

verdict: failed
idea: dtype-forced
"""

import torch


def require_fit(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix are needed")
    if x.shape[0] != matrix.shape[0]:
        raise ValueError(f"{tuple(x.shape)} does not fit {tuple(matrix.shape)}")


def vecmat(x, matrix):
    require_fit(x, matrix)
    y = torch.zeros(matrix.shape[1])
    for i in range(len(x)):
        for j in range(len(y)):
            y[j] += x[i] * matrix[i, j]
    return y
