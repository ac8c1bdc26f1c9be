"""The bias as one more input that is always one.

verdict: passed
"""


def linear_parameter_count(in_features, out_features, bias=True):
    return (in_features + bool(bias)) * out_features
