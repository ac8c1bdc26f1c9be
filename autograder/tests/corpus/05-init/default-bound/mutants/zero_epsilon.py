"""A small number keeps the division from failing, and the answer is huge.

verdict: failed
idea: zero-forgotten
"""


def default_bound(in_features):
    return 1 / (in_features + 1e-12) ** 0.5
