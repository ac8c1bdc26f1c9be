"""The bias is taken off, as in a formula read too fast.

verdict: failed
idea: bias-subtracted
"""


def linear_parameter_count(in_features, out_features, bias=True):
    return out_features * (in_features - bool(bias))
