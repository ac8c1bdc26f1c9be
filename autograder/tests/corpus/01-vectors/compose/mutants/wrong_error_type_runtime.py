"""PyTorch's RuntimeError where the inner sizes differ.

verdict: partly
idea: wrong-error-type
"""


def compose(first, second):
    if first.dim() != 2 or second.dim() != 2:
        raise ValueError("matrices only")
    return first @ second
