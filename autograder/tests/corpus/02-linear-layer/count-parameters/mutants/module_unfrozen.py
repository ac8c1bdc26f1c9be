"""Frozen parameters are unfrozen to get them counted, and stay so.

verdict: failed
idea: module-changed
"""


def count_parameters(module):
    for p in module.parameters():
        p.requires_grad_(True)
    return sum(p.numel() for p in module.parameters() if p.requires_grad)
