"""Only None is taken as "no bias".

verdict: failed
idea: flag-ignored
"""


def linear_parameter_count(in_features, out_features, bias=True):
    if bias is None:
        return in_features * out_features
    return (in_features + 1) * out_features
