"""The count is set, not added to, so the last parameter wins.

verdict: failed
idea: one-parameter-only
"""


def count_parameters(module):
    count = 0
    for p in module.parameters():
        count = p.numel()
    return count
