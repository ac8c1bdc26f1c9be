"""Only direct uses of one module are recognized; a parameter shared by two modules counts twice.

verdict: failed
idea: tied-twice
"""


def count_parameters(module):
    seen = []
    total = 0
    stack = [module]
    while stack:
        m = stack.pop()
        if any(m is other for other in seen):
            continue
        seen.append(m)
        total += sum(p.numel() for p in m._parameters.values() if p is not None)
        stack.extend(m._modules.values())
    return total
