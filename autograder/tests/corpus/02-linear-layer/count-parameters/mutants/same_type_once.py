"""One module of each class is counted.

verdict: failed
idea: deduplicated-by-name
"""


def count_parameters(module):
    by_class = {}
    for m in module.modules():
        by_class[type(m).__name__] = [p.numel() for p in m.parameters(recurse=False)]
    return sum(sum(counts) for counts in by_class.values())
