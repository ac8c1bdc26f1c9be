"""He's standard deviation.

verdict: failed
idea: another-recipe
"""

import math


def default_bound(in_features):
    return math.sqrt(2 / in_features) if in_features else 0.0
