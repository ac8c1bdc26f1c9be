"""The module is gone through like a list, which works for nn.Sequential alone.

verdict: failed
idea: sequential-only
"""


def count_parameters(module):
    found = {}
    for layer in module:
        for p in layer.parameters():
            found[id(p)] = p.numel()
    return sum(found.values())
