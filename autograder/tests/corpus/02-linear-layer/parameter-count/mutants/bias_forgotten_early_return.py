"""The function returns before it comes to the bias.

verdict: failed
idea: bias-forgotten
"""

import math


def linear_parameter_count(in_features, out_features, bias=True):
    total = 0
    for shape in [(out_features, in_features), (out_features,)]:
        total += math.prod(shape)
        return total
