"""float32 inside, the dtype of the arguments outside.

verdict: failed
idea: dtype-forced
"""


def require_fit(first, second):
    if first.dim() != 2 or second.dim() != 2:
        raise ValueError("two matrices are needed")
    if first.shape[1] != second.shape[0]:
        raise ValueError(f"{tuple(first.shape)} does not fit {tuple(second.shape)}")


def compose(first, second):
    require_fit(first, second)
    return (first.float() @ second.float()).to(first.dtype)
