"""A parameter registered as None, such as a bias left out, raises.

verdict: error
idea: none-parameter
"""


def count_parameters(module):
    found = {}
    for m in module.modules():
        for p in m._parameters.values():
            found[id(p)] = p.numel()
    return sum(found.values())
