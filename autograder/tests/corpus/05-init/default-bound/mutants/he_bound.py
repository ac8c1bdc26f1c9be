"""He's bound: kaiming_uniform_ without its a.

verdict: failed
idea: another-recipe
"""

import math


def default_bound(in_features):
    return math.sqrt(6 / in_features) if in_features else 0.0
