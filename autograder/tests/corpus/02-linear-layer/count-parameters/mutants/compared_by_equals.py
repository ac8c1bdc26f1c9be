""" "not in" compares tensors by their elements, which raises for a second parameter.

verdict: error
idea: compared-by-equals
"""


def count_parameters(module):
    seen = []
    for p in module.parameters():
        if p not in seen:
            seen.append(p)
    return sum(p.numel() for p in seen)
