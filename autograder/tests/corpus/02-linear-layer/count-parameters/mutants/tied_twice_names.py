"""All names are asked for, second names of one parameter included.

verdict: failed
idea: tied-twice
"""


def count_parameters(module):
    return sum(p.numel() for _, p in module.named_parameters(remove_duplicate=False))
