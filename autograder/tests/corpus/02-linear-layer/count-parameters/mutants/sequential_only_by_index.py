"""Layers are taken by their number; anything without numbers counts zero.

verdict: failed
idea: sequential-only
"""


def count_parameters(module):
    found, i = {}, 0
    while hasattr(module, str(i)):
        for p in getattr(module, str(i)).parameters():
            found[id(p)] = p.numel()
        i += 1
    return sum(found.values())
