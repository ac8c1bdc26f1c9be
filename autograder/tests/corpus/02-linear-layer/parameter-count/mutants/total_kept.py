"""The total of earlier calls is not cleared.

verdict: failed
idea: total-kept
"""

total = 0


def linear_parameter_count(in_features, out_features, bias=True):
    global total
    total += in_features * out_features
    if bias:
        total += out_features
    return total
