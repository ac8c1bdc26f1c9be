"""A nested list.

verdict: failed
idea: not-a-tensor
"""

import math


def rotation(theta):
    c, s = math.cos(theta), math.sin(theta)
    return [[c, s], [-s, c]]
