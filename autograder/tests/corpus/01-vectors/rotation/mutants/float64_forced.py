"""NumPy's double precision.

verdict: failed
idea: dtype-forced
"""

import numpy as np
import torch


def rotation(theta):
    c, s = np.cos(theta), np.sin(theta)
    return torch.from_numpy(np.array([[c, s], [-s, c]]))
