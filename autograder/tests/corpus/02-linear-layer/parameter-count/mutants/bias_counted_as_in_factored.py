"""The one for the bias is added to the wrong factor.

verdict: failed
idea: bias-counted-as-in
"""


def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * (out_features + int(bias))
