"""The last step of kaiming_uniform_, from std to bound, is left out.

verdict: failed
idea: std-for-bound
"""

import math


def default_bound(in_features):
    if in_features == 0:
        return 0.0
    gain = math.sqrt(2 / (1 + 5))
    return gain / math.sqrt(in_features)
