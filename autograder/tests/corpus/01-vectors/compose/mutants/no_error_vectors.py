"""Vectors and stacks of matrices pass.

verdict: partly
idea: no-error-on-mismatch
"""


def compose(first, second):
    try:
        return first @ second
    except RuntimeError as error:
        raise ValueError("does not fit") from error
