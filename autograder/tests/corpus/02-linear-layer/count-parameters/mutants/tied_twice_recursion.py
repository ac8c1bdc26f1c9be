"""A recursion over the children does not remember what it has seen.

verdict: failed
idea: tied-twice
"""


def count_parameters(module):
    own = sum(p.numel() for p in module.parameters(recurse=False))
    return own + sum(count_parameters(child) for child in module.children())
