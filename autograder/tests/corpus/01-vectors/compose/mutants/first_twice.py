"""The first is applied twice where it is square.

verdict: failed
idea: map-applied-twice
"""


def require_fit(first, second):
    if first.dim() != 2 or second.dim() != 2:
        raise ValueError("two matrices are needed")
    if first.shape[1] != second.shape[0]:
        raise ValueError(f"{tuple(first.shape)} does not fit {tuple(second.shape)}")


def compose(first, second):
    require_fit(first, second)
    return first @ first @ second if first.shape[0] == first.shape[1] else first @ second
