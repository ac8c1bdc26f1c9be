"""How many entries the product has.

verdict: failed
idea: not-a-tuple
"""

import math


def matmul_shape(a, b):
    return math.prod(a[:-1] + b[1:]) if a[-1] == b[0] else None
