"""Tensors are counted: two with a bias, one without.

verdict: failed
idea: tensors-not-elements
"""


def linear_parameter_count(in_features, out_features, bias=True):
    names = ["weight"] + (["bias"] if bias else [])
    return len(names)
