"""The parameters are kept by the last part of their names; each weight replaces the last one.

verdict: failed
idea: deduplicated-by-name
"""


def count_parameters(module):
    by_name = {}
    for m in module.modules():
        for name, p in m.named_parameters(recurse=False):
            by_name[name] = p
    return sum(p.numel() for p in by_name.values())
