"""Frozen parameters are left out.

verdict: failed
idea: trainable-only
"""


def count_parameters(module):
    return sum(p.numel() for p in module.parameters() if p.requires_grad)
