"""Only the first two sizes are multiplied, enough for a linear layer but not for a convolution.

verdict: failed
idea: first-two-dimensions
"""

import math


def count_parameters(module):
    count = 0
    for p in module.parameters():
        count += math.prod(p.shape[:2])
    return count
