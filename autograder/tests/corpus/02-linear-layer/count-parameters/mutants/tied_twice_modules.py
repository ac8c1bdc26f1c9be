"""Each module's own parameters are added up, so a shared one counts in both places.

verdict: failed
idea: tied-twice
"""


def count_parameters(module):
    total = 0
    for m in module.modules():
        for p in m.parameters(recurse=False):
            total += p.numel()
    return total
