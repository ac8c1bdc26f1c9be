"""The standard deviation of the default.

verdict: failed
idea: std-for-bound
"""

import math


def default_bound(in_features):
    return 1 / math.sqrt(3 * in_features) if in_features else 0.0
