"""Swapped silently where only the other order fits.

verdict: partly
idea: no-error-on-mismatch
"""


def compose(first, second):
    if first.dim() != 2 or second.dim() != 2:
        raise ValueError("matrices only")
    if first.shape[1] == second.shape[0]:
        return first @ second
    if second.shape[1] == first.shape[0]:
        return second @ first
    raise ValueError("does not fit")
