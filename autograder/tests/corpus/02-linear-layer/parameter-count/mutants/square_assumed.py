"""The weight is taken to be square in out_features.

verdict: failed
idea: square-assumed
"""


def linear_parameter_count(in_features, out_features, bias=True):
    return out_features * out_features + (out_features if bias else 0)
