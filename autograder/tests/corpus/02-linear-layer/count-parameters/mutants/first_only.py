"""The return stands inside the loop.

verdict: failed
idea: one-parameter-only
"""


def count_parameters(module):
    count = 0
    for p in module.parameters():
        count += p.numel()
        return count
    return count
