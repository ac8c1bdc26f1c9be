"""A float comes back.

verdict: failed
idea: not-an-int
"""


def count_parameters(module):
    total = 0.0
    for p in module.parameters():
        total += p.numel()
    return total
