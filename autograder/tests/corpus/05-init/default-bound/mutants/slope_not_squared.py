"""The slope is not squared in the gain.

verdict: failed
idea: slope-wrong
"""

import math


def default_bound(in_features):
    if not in_features:
        return 0.0
    a = math.sqrt(5)
    gain = math.sqrt(2 / (1 + a))
    return math.sqrt(3) * gain / math.sqrt(in_features)
