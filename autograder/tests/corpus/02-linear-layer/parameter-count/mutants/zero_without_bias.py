"""Without brackets the "else 0" belongs to the whole sum.

verdict: failed
idea: conditional-precedence
"""


def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * out_features + out_features if bias else 0
