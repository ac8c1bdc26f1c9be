"""No inputs: ZeroDivisionError.

verdict: error
idea: zero-forgotten
"""

import math


def default_bound(in_features):
    return 1 / math.sqrt(in_features)
