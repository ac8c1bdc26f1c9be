"""The return is forgotten.

verdict: failed
idea: returns-nothing
"""

import math


def default_bound(in_features):
    bound = 0.0
    if in_features:
        bound = 1 / math.sqrt(in_features)
