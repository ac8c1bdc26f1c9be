"""Each parameter is taken out of the module as it is counted.

verdict: failed
idea: module-changed
"""


def count_parameters(module):
    found = {}
    for m in module.modules():
        while m._parameters:
            _, p = m._parameters.popitem()
            if p is not None:
                found[id(p)] = p.numel()
    return sum(found.values())
