"""Only modules without children are looked at, so a container's own parameters are missed.

verdict: failed
idea: own-parameters-forgotten
"""


def count_parameters(module):
    found = {}
    for m in module.modules():
        if not list(m.children()):
            found.update((p, p.numel()) for p in m.parameters())
    return sum(found.values())
