"""Dot products with the rows: right shape when square, an error otherwise.

verdict: failed
idea: rows-dotted
"""


def vecmat(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2 or x.shape[0] != matrix.shape[1]:
        raise ValueError("does not fit")
    return (matrix * x).sum(dim=1)
