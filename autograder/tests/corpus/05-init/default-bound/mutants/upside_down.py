"""The root, not one over it.

verdict: failed
idea: upside-down
"""

import math


def default_bound(in_features):
    return math.sqrt(in_features)
