"""Only what PyTorch refuses is refused.

verdict: partly
idea: no-error-on-mismatch
"""


def vecmat(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix")
    try:
        return (x[:, None] * matrix).sum(0)
    except RuntimeError as error:
        raise ValueError("does not fit") from error
