"""Only the module's own table of parameters is read.

verdict: failed
idea: top-level-only
"""


def count_parameters(module):
    count = 0
    for p in module._parameters.values():
        if p is not None:
            count += p.numel()
    return count
