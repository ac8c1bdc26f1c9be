"""The three numbers of kaiming_uniform_, with a = root of five.

verdict: passed
"""

import math


def default_bound(in_features):
    if not in_features:
        return 0.0
    a = math.sqrt(5)
    gain = math.sqrt(2 / (1 + a**2))
    std = gain / math.sqrt(in_features)
    return math.sqrt(3) * std
