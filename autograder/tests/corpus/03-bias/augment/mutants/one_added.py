"""One is added to each number.

verdict: failed
idea: one-added
"""


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    return x + 1
