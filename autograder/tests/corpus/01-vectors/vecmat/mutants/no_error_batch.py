"""Dimensions are not counted: a matrix for a vector passes.

verdict: partly
idea: no-error-on-mismatch
"""


def vecmat(x, matrix):
    if x.dim() == 0 or matrix.dim() == 0 or x.shape[-1] != matrix.shape[0]:
        raise ValueError("does not fit")
    return (
        (x.reshape(-1, x.shape[-1], 1) * matrix.reshape(1, matrix.shape[0], -1)).sum(1).squeeze(0)
    )
