"""The answer is remembered by the number of weights, so (2, 6) gets the answer of (3, 4).

verdict: failed
idea: answer-cached
"""

import functools


@functools.cache
def with_bias(weights, bias):
    return weights + (last["out_features"] if bias else 0)


last = {}


def linear_parameter_count(in_features, out_features, bias=True):
    last["out_features"] = out_features
    return with_bias(in_features * out_features, bias)
