"""Cut to the smaller inner size.

verdict: partly
idea: no-error-on-mismatch
"""


def compose(first, second):
    if first.dim() != 2 or second.dim() != 2:
        raise ValueError("matrices only")
    k = min(first.shape[1], second.shape[0])
    return first[:, :k] @ second[:k]
