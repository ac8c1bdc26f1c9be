"""The count is printed instead of returned.

verdict: failed
idea: returns-nothing
"""


def linear_parameter_count(in_features, out_features, bias=True):
    print(in_features * out_features + (out_features if bias else 0))
