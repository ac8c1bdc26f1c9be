"""recurse=False leaves out everything inside.

verdict: failed
idea: top-level-only
"""


def count_parameters(module):
    return sum(p.numel() for p in module.parameters(recurse=False))
