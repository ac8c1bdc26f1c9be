"""Only nn.Linear layers are counted.

verdict: failed
idea: linear-only
"""

from torch import nn


def count_parameters(module):
    found = {}
    for m in module.modules():
        if isinstance(m, nn.Linear):
            for p in m.parameters():
                found[id(p)] = p
    return sum(p.numel() for p in found.values())
