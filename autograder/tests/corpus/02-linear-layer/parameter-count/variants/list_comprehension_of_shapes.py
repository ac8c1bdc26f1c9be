"""A reduce over a list of shapes.

verdict: passed
"""

import functools
import operator


def linear_parameter_count(in_features, out_features, bias=True):
    shapes = [(out_features, in_features), (out_features, int(bool(bias)))]
    counts = [functools.reduce(operator.mul, shape, 1) for shape in shapes]
    return functools.reduce(operator.add, counts, 0)
