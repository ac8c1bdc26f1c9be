"""A list in the default argument keeps the parameters of earlier calls.

verdict: failed
idea: total-kept
"""


def count_parameters(module, found=[]):
    found.extend(module.parameters())
    return sum(p.numel() for p in found)
