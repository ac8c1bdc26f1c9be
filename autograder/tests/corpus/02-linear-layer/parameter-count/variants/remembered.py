"""A pure function may be cached.

verdict: passed
"""

import functools


@functools.cache
def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * out_features + (out_features if bias else 0)
