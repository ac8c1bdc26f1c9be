"""Reads the memory as it lies: right for contiguous matrices.

verdict: failed
idea: memory-order
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
    plain = torch.as_strided(matrix, (n, m), (m, 1), matrix.storage_offset())
    return (x[:, None] * plain).sum(0)
