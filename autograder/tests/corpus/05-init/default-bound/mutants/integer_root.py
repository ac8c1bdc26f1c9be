"""The root is cut to an integer: right for squares.

verdict: failed
idea: root-rounded
"""

import math


def default_bound(in_features):
    return 1 / math.isqrt(in_features) if in_features else 0.0
