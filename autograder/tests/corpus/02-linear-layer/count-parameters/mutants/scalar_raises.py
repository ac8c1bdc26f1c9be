"""The sizes are multiplied without a start value, so a parameter without dimensions raises.

verdict: error
idea: scalar-miscounted
"""

import functools
import operator


def count_parameters(module):
    return sum(functools.reduce(operator.mul, p.shape) for p in module.parameters())
