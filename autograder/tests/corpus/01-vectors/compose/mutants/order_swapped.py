"""The textbook's order: on square matrices the result has the right shape.

verdict: failed
idea: order-swapped
"""


def compose(first, second):
    if first.dim() != 2 or second.dim() != 2 or second.shape[1] != first.shape[0]:
        raise ValueError("does not fit")
    return second @ first
