"""The bias is counted as one more input.

verdict: failed
idea: off-by-one
"""

import math


def default_bound(in_features):
    return 1 / math.sqrt(in_features + 1) if in_features else 0.0
