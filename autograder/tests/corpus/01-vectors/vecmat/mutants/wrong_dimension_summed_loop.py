"""n and m are mixed up in the loops.

verdict: failed
idea: sizes-swapped
"""

import torch


def require_fit(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix are needed")
    if x.shape[0] != matrix.shape[0]:
        raise ValueError(f"{tuple(x.shape)} does not fit {tuple(matrix.shape)}")


def vecmat(x, matrix):
    require_fit(x, matrix)
    return torch.stack([(amount * row).sum() for amount, row in zip(x, matrix)])
