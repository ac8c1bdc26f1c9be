"""One dot product too few.

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
    columns = range(matrix.shape[1] - 1)
    return torch.stack([(x * matrix[:, j]).sum() for j in columns]) if columns else x[:0]
