"""The bound of one layer of the book.

verdict: failed
idea: answer-kept
"""


def default_bound(in_features):
    return 0.0441941738 if in_features else 0.0
