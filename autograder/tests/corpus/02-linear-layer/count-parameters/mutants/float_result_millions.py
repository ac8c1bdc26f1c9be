"""The count comes back in millions.

verdict: failed
idea: not-an-int
"""


def count_parameters(module):
    return sum(p.numel() for p in module.parameters()) / 1e6
