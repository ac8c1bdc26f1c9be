"""Each weight is taken to have a bias of its own.

verdict: failed
idea: bias-counted-for-each-weight
"""


def linear_parameter_count(in_features, out_features, bias=True):
    per_connection = 2 if bias else 1
    return in_features * out_features * per_connection
