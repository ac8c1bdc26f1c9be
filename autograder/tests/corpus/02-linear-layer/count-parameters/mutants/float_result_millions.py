"""The count comes back in millions.

verdict: failed
idea: float-result
"""


def count_parameters(module):
    return sum(p.numel() for p in module.parameters()) / 1e6
