"""One count a parameter comes back, not their sum.

verdict: failed
idea: not-an-int
"""


def count_parameters(module):
    return [p.numel() for p in module.parameters()]
