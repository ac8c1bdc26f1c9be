"""An inner function adds to a nonlocal variable, through module.apply.

verdict: passed
"""


def count_parameters(module):
    total = 0
    seen = set()

    def add(m):
        nonlocal total
        for p in m.parameters(recurse=False):
            if p not in seen:
                seen.add(p)
                total += p.numel()

    module.apply(add)
    return total
