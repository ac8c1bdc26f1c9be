"""Multiplications and additions are counted instead of the numbers they use.

verdict: failed
idea: operations-not-parameters
"""


def linear_parameter_count(in_features, out_features, bias=True):
    multiplications = in_features * out_features
    additions = (in_features - 1) * out_features + (out_features if bias else 0)
    return multiplications + additions
