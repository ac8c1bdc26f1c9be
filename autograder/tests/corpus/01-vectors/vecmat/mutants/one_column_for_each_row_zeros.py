"""The same loop, writing into zeros: further entries stay zero.

verdict: failed
idea: column-missing
"""

import torch


def require_fit(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix are needed")
    if x.shape[0] != matrix.shape[0]:
        raise ValueError(f"{tuple(x.shape)} does not fit {tuple(matrix.shape)}")


def vecmat(x, matrix):
    require_fit(x, matrix)
    y = torch.zeros(matrix.shape[1], dtype=x.dtype)
    for j in range(min(matrix.shape)):
        y[j] = (x * matrix[:, j]).sum()
    return y
