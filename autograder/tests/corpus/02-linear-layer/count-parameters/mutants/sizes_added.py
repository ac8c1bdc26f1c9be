"""The sizes of each parameter are added instead of multiplied.

verdict: failed
idea: sum-for-product
"""


def count_parameters(module):
    return sum(sum(p.shape) for p in module.parameters())
