"""A NumPy array.

verdict: failed
idea: not-a-tensor
"""

import numpy as np


def rotation(theta):
    return np.array([[np.cos(theta), np.sin(theta)], [-np.sin(theta), np.cos(theta)]])
