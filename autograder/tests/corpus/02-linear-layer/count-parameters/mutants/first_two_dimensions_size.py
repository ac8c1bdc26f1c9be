"""Vectors and matrices are told apart, and nothing beyond.

verdict: failed
idea: first-two-dimensions
"""


def count_parameters(module):
    count = 0
    for p in module.parameters():
        if p.dim() == 0:
            count += 1
        elif p.dim() == 1:
            count += p.size(0)
        else:
            count += p.size(0) * p.size(1)
    return count
