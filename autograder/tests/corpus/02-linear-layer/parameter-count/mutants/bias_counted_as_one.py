"""The whole layer is taken to have one bias.

verdict: failed
idea: bias-counted-as-one
"""


def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * out_features + (1 if bias else 0)
