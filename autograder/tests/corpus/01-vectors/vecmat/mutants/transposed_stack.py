"""One dot product with each row, zipped to the shorter of the two.

verdict: error
idea: rows-dotted

Where shapes do not fit PyTorch's own error comes up; a square matrix is read by its rows.
"""

import torch


def require_fit(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix are needed")
    if x.shape[0] != matrix.shape[0]:
        raise ValueError(f"{tuple(x.shape)} does not fit {tuple(matrix.shape)}")


def vecmat(x, matrix):
    require_fit(x, matrix)
    if matrix.shape[0] != matrix.shape[1]:
        raise RuntimeError("inner sizes differ")
    return (x[:, None] * matrix).sum(0)
