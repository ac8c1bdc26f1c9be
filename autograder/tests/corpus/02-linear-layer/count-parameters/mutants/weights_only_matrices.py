"""Only parameters with two or more dimensions are counted.

verdict: failed
idea: weights-only
"""


def count_parameters(module):
    return sum(p.numel() for p in module.parameters() if p.dim() > 1)
