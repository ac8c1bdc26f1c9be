"""The shape is unpacked as two numbers.

verdict: failed
idea: two-dimensional-only
"""


def linear(x, weight, bias=None):
    rows, in_features = x.shape
    if in_features != weight.shape[1] or bias is not None and len(bias) != len(weight):
        raise ValueError("does not fit")
    return x @ weight.T if bias is None else x @ weight.T + bias
