"""The transpose of the product.

verdict: failed
idea: result-transposed
"""


def require_fit(first, second):
    if first.dim() != 2 or second.dim() != 2:
        raise ValueError("two matrices are needed")
    if first.shape[1] != second.shape[0]:
        raise ValueError(f"{tuple(first.shape)} does not fit {tuple(second.shape)}")


def compose(first, second):
    require_fit(first, second)
    return (first @ second).T
