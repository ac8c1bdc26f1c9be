"""Tries dot products with the rows first, with the columns if that fails.

verdict: failed
idea: rows-dotted
"""

import torch


def require_fit(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix are needed")
    if x.shape[0] != matrix.shape[0]:
        raise ValueError(f"{tuple(x.shape)} does not fit {tuple(matrix.shape)}")


def vecmat(x, matrix):
    require_fit(x, matrix)
    try:
        return torch.stack([(x * row).sum() for row in matrix.unbind(0)])
    except RuntimeError:
        return torch.stack([(x * column).sum() for column in matrix.unbind(1)])
