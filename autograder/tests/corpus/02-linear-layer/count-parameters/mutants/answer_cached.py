"""The answer is remembered by the module, and kept when the module grows.

verdict: failed
idea: answer-cached
"""

import functools


@functools.cache
def count_parameters(module):
    return sum(p.numel() for p in module.parameters())
