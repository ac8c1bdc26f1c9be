"""All layers inside are counted, but not what the module holds itself.

verdict: failed
idea: own-parameters-forgotten
"""


def count_parameters(module):
    found = {id(p): p for child in module.children() for p in child.parameters()}
    return sum(p.numel() for p in found.values())
