"""Trainable and frozen parameters are counted apart and added.

verdict: passed
"""

import collections


def count_parameters(module):
    groups = collections.Counter()
    for p in module.parameters():
        groups[p.requires_grad] += p.numel()
    return groups[True] + groups[False]
