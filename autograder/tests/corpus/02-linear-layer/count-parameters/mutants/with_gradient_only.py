"""Only parameters that have a gradient already are counted.

verdict: failed
idea: with-gradient-only
"""


def count_parameters(module):
    return sum(p.numel() for p in module.parameters() if p.grad is not None)
