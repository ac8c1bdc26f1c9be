"""The conditional chooses between weight and bias instead of adding.

verdict: failed
idea: conditional-precedence
"""


def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * out_features if not bias else out_features
