"""zip ends with the shorter of vector and rows.

verdict: partly
idea: truncates
"""


def vecmat(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix")
    return sum(a * row for a, row in zip(x, matrix))
