"""NumPy's round keeps the count a float.

verdict: failed
idea: not-an-int
"""

import numpy as np


def linear_parameter_count(in_features, out_features, bias=True):
    sizes = np.array([in_features, bool(bias)], dtype=float) * out_features
    return float(np.round(sizes.sum()))
