"""The module and its direct children are looked at, grandchildren are not.

verdict: failed
idea: direct-children-only
"""


def count_parameters(module):
    found = {}
    for m in [module, *module.children()]:
        for p in m.parameters(recurse=False):
            found[id(p)] = p.numel()
    return sum(found.values())
