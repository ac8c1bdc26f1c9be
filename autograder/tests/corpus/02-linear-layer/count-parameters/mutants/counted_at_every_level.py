"""The parameters of every module are added, each walking its whole tree again.

verdict: failed
idea: counted-at-every-level
"""


def count_parameters(module):
    total = 0
    for inner in module.modules():
        total += sum(parameter.numel() for parameter in inner.parameters())
    return total
