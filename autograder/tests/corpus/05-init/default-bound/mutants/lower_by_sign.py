"""The negative root.

verdict: failed
idea: lower-end
"""

import math


def default_bound(in_features):
    return 0.0 if in_features == 0 else 1 / -math.sqrt(in_features)
