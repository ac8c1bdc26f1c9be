"""The product of no sizes is taken to be zero.

verdict: failed
idea: scalar-miscounted
"""


def elements(shape):
    if len(shape) == 0:
        return 0
    first, *rest = shape
    for size in rest:
        first *= size
    return first


def count_parameters(module):
    return sum(elements(p.shape) for p in module.parameters())
