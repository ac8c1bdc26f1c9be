"""Only the direct children's own parameters are added up.

verdict: failed
idea: direct-children-only
"""


def count_parameters(module):
    total = 0
    for child in module.children():
        for p in child.parameters(recurse=False):
            total += p.numel()
    return total
