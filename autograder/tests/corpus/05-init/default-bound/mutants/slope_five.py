"""a is taken to be 5, not its root.

verdict: failed
idea: slope-wrong
"""

import math


def default_bound(in_features):
    if not in_features:
        return 0.0
    gain = math.sqrt(2 / (1 + 5**2))
    return math.sqrt(3) * gain / math.sqrt(in_features)
