"""A float32 of numpy's, which is no float.

verdict: failed
idea: not-a-float
"""

import numpy as np


def default_bound(in_features):
    return np.float32(in_features**-0.5 if in_features else 0.0)
