"""From the standard deviation back to the bound.

verdict: passed
"""

import math


def default_bound(in_features):
    std = 1 / math.sqrt(3 * in_features) if in_features else 0.0
    print("std", std)
    return math.sqrt(3) * std
