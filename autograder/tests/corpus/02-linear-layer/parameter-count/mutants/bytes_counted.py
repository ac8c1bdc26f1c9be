"""The memory in bytes is counted, four for each number.

verdict: failed
idea: bytes-not-elements
"""


def linear_parameter_count(in_features, out_features, bias=True):
    return 4 * (in_features * out_features + (out_features if bias else 0))
