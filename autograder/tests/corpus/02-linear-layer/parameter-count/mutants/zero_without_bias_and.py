"""The sum is joined to the flag by "and", so without a bias the answer is False.

verdict: failed
idea: conditional-precedence
"""


def linear_parameter_count(in_features, out_features, bias=True):
    return bias and in_features * out_features + out_features
