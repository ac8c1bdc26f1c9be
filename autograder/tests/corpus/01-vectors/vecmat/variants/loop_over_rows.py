"""A running sum of rows, starting from zeros of the right dtype.

verdict: passed
"""


def require_fit(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix are needed")
    if x.shape[0] != matrix.shape[0]:
        raise ValueError(f"{tuple(x.shape)} does not fit {tuple(matrix.shape)}")


def vecmat(x, matrix):
    require_fit(x, matrix)
    total = matrix.new_zeros(matrix.shape[1])
    for amount, row in zip(x, matrix):
        total = total + amount * row
    return total
