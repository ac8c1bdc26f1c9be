"""functools.partial of reduce.

verdict: passed
"""

import functools

count_all = functools.partial(functools.reduce, lambda total, p: total + p.numel())


def count_parameters(module):
    return count_all(module.parameters(), 0)
