"""The step from std to bound, made once too often.

verdict: failed
idea: another-recipe
"""

import math


def default_bound(in_features):
    if in_features == 0:
        return 0.0
    return math.sqrt(3) / math.sqrt(in_features)
