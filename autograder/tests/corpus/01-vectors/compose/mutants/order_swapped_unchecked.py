"""The same without a check of its own.

verdict: failed
idea: order-swapped
"""


def compose(first, second):
    try:
        return second @ first
    except RuntimeError as error:
        raise ValueError("does not fit") from error
