"""Only the bias is counted.

verdict: failed
idea: bias-only
"""


def linear_parameter_count(in_features, out_features, bias=True):
    return out_features if bias else 0
