"""Weight and bias are counted apart and not added up.

verdict: failed
idea: not-an-int
"""


def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * out_features, out_features if bias else 0
