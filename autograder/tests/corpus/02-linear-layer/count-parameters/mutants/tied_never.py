"""A parameter that is used twice is left out altogether.

verdict: failed
idea: tied-never
"""

import collections


def count_parameters(module):
    uses = collections.Counter(id(p) for _, p in module.named_parameters(remove_duplicate=False))
    return sum(p.numel() for p in module.parameters() if uses[id(p)] == 1)
