"""The count comes back as text with separators for thousands.

verdict: failed
idea: not-an-int
"""


def linear_parameter_count(in_features, out_features, bias=True):
    count = in_features * out_features + (out_features if bias else 0)
    return f"{count:,}"
