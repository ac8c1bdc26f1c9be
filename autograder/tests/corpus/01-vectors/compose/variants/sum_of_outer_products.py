"""One outer product for each inner index.

verdict: passed
"""


def require_fit(first, second):
    if first.dim() != 2 or second.dim() != 2:
        raise ValueError("two matrices are needed")
    if first.shape[1] != second.shape[0]:
        raise ValueError(f"{tuple(first.shape)} does not fit {tuple(second.shape)}")


def compose(first, second):
    require_fit(first, second)
    total = first.new_zeros(first.shape[0], second.shape[1])
    for column, row in zip(first.T, second):
        total = total + column[:, None] * row
    return total
