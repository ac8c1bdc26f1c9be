"""The weight is imagined as (in, out), and the bias takes its first size.

verdict: failed
idea: bias-counted-as-in
"""

import math


def linear_parameter_count(in_features, out_features, bias=True):
    weight_shape = (in_features, out_features)
    bias_shape = (weight_shape[0],) if bias else (0,)
    return math.prod(weight_shape) + math.prod(bias_shape)
