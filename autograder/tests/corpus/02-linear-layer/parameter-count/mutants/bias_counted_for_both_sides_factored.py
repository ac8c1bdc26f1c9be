"""A one is added to both factors, which also counts a corner that no parameter fills.

verdict: failed
idea: bias-counted-on-both-sides
"""


def linear_parameter_count(in_features, out_features, bias=True):
    if not bias:
        return in_features * out_features
    return (in_features + 1) * (out_features + 1)
