"""len counts a matrix's rows, not its elements.

verdict: failed
idea: rows-counted
"""


def count_parameters(module):
    return sum(len(p) if p.dim() else 1 for p in module.parameters())
