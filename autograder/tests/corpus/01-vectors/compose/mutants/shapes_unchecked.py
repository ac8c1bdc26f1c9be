"""@ alone: PyTorch's error for most, and none for vectors and stacks.

verdict: partly
idea: shapes-unchecked
"""


def compose(first, second):
    return first @ second
