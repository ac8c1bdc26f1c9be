"""The index runs out of range where the matrix is too small.

verdict: partly
idea: wrong-error-type
"""


def vecmat(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2 or x.shape[0] < matrix.shape[0]:
        raise ValueError("does not fit")
    return sum(x[i] * matrix[i] for i in range(len(x)))
