"""The condition is turned round, so only frozen parameters count.

verdict: failed
idea: frozen-only
"""


def count_parameters(module):
    return sum(p.numel() for p in module.parameters() if not p.requires_grad)
