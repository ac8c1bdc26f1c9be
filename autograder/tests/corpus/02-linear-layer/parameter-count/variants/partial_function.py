"""A functools.partial over a more general function.

verdict: passed
"""

import functools


def count(layers, in_features, out_features, bias=True):
    return layers * (in_features * out_features + (out_features if bias else 0))


linear_parameter_count = functools.partial(count, 1)
