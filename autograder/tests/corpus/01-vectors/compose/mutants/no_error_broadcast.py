"""An inner size of 1 is stretched.

verdict: partly
idea: no-error-on-mismatch
"""


def compose(first, second):
    if first.dim() != 2 or second.dim() != 2:
        raise ValueError("matrices only")
    try:
        return (first[:, :, None] * second[None]).sum(1)
    except RuntimeError as error:
        raise ValueError("does not fit") from error
