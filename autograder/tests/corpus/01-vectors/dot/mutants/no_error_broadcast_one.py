"""Only what PyTorch refuses is refused; one entry is stretched over all.

verdict: partly
idea: no-error-on-mismatch
"""


def dot(u, v):
    if u.dim() != 1 or v.dim() != 1:
        raise ValueError("vectors only")
    try:
        return (u * v).sum()
    except RuntimeError as error:
        raise ValueError("unequal lengths") from error
