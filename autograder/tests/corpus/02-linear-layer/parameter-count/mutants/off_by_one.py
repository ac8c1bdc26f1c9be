"""Counting from one ends one row early.

verdict: failed
idea: off-by-one
"""


def linear_parameter_count(in_features, out_features, bias=True):
    count = 0
    for _ in range(1, out_features):
        count += in_features
        if bias:
            count += 1
    return count
